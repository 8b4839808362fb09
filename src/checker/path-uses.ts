import type * as t from '@babel/types';
import { parentOf } from '../syntax/tree.ts';
import { membersByKey } from './by-name.ts';
import type { ScanContext } from './context.ts';
import type { PathString } from './facts.ts';
import { calleeName } from './path-texts.ts';

/** What becomes of a string that may be a path. */
type Use = PathString['use'];

/** What functions do with a path that they get, by their names alone. */
const uses: readonly { readonly use: Use; readonly functions: RegExp }[] = [
  {
    use: 'list',
    functions:
      /^(?:readdir|readdirSync|opendir|opendirSync|(?:require|include)(?:All|Dir|Directory|Tree)|requireIndex)$/,
  },
  {
    use: 'start',
    functions:
      /^(?:fork|spawn|spawnSync|exec|execSync|execFile|execFileSync|Worker|setupMaster|setupPrimary)$/,
  },
  { use: 'read', functions: /^(?:readFile|readFileSync|createReadStream|sendFile)$/ },
  {
    use: 'file',
    functions:
      /^(?:access|copyFile|cp|exists|lstat|open|realpath|rename|stat|unlink|utimes|watch|watchFile)(?:Sync)?$/,
  },
];

/** Methods of strings and arrays that only look for what they get. */
const comparing: ReadonlySet<string> = new Set([
  'endsWith',
  'includes',
  'indexOf',
  'lastIndexOf',
  'startsWith',
]);

/** Functions that load a module by a path, as a `require` of the file's own or `proxyquire` do. */
const loaders = /quire$|^(?:rewire|importFresh|require[A-Z]\w*)$/;

/** Whether a function lists the files of a folder that it is given. */
export function listsFiles(callee: t.Node): boolean {
  return uses[0]!.functions.test(calleeName(callee));
}

/**
 * `fork('x.js')`, `spawn(node, ['x.js'])`, `readdirSync(folder)`, `proxyquire('./x', {})`, or where a variable that holds
 * it is passed so.
 */
export function useOf(node: t.Node, scan: ScanContext): Use {
  const parent = parentOf(node);
  if (parent?.type === 'VariableDeclarator' && parent.init === node) return useOfVariable(parent.id, scan);
  return useByCall(node);
}

function useByCall(node: t.Node): Use {
  const parent = parentOf(node);
  if (parent !== null && isComparison(parent)) return 'compare';
  const call = parent?.type === 'ArrayExpression' ? parentOf(parent) : parent;
  if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') return 'other';
  const name = calleeName(call.callee);
  if (comparing.has(name)) return 'compare';
  const mayLoad = node.type === 'StringLiteral' && parent === call && !listsFiles(call.callee);
  if (mayLoad && loaders.test(name)) return 'load';
  return uses.find(({ functions }) => functions.test(name))?.use ?? 'other';
}

/** `path === './'`, `case './':` */
function isComparison(node: t.Node): boolean {
  return node.type === 'BinaryExpression' ? /^[!=]==?$/.test(node.operator) : node.type === 'SwitchCase';
}

/** A variable that is set once, and passed to functions of one kind only. */
function useOfVariable(target: t.Node, { scopes }: ScanContext): Use {
  const references = (target.type === 'Identifier' && scopes.referenceOf(target)?.binding?.references) || [];
  const reads = references.filter(({ access }) => access === 'read');
  const [use, ...others] = new Set(reads.map(({ node }) => useByCall(node)));
  return use !== undefined && others.length === 0 && references.length === reads.length + 1 ? use : 'other';
}

/** `new Function(text)`, `vm.runInThisContext(text)`, `eval(text)`, `module._compile(text)` */
export function evaluatesText(scan: ScanContext): boolean {
  const isGlobal = ['Function', 'eval'].some((name) =>
    (scan.scopes.free.get(name) ?? []).some(({ node }) => isCalled(node)),
  );
  return isGlobal || membersByKey(scan).ofAny(evaluating).length > 0;
}

function isCalled(node: t.Node): boolean {
  const parent = parentOf(node);
  return (parent?.type === 'CallExpression' || parent?.type === 'NewExpression') && parent.callee === node;
}

const evaluating: ReadonlySet<string | null> = new Set([
  '_compile',
  'compileFunction',
  'runInContext',
  'runInNewContext',
  'runInThisContext',
]);
