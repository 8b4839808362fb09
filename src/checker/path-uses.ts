import type * as t from '@babel/types';
import { wordsOf } from '../lists.ts';
import { staticKey } from '../syntax/keys.ts';
import type { Binding } from '../syntax/scope.ts';
import { parentOf } from '../syntax/tree.ts';
import { membersByKey } from './by-name.ts';
import type { ScanContext } from './context.ts';
import type { PathString } from './facts.ts';
import { nodesOf } from './nodes.ts';
import { isFromOutside } from './outside-values.ts';
import { calleeName, isJoin } from './path-texts.ts';
import { perScan } from './per-scan.ts';
import { parameterFor } from './strict/this/calls.ts';

/** What becomes of a string that may be a path; `load-all`: the files of a folder are listed, and loaded. */
export type Use = PathString['use'] | 'load-all';

/** What functions do with a path that they get, by their names alone. */
const uses: ReadonlyMap<string, Use> = new Map<string, Use>([
  ...named('list', withSync('readdir opendir')),
  ...named('load-all', loadingAll()),
  ...named('start', wordsOf('fork spawn spawnSync exec execSync execFile execFileSync')),
  ...named('start', wordsOf('Worker setupMaster setupPrimary')),
  ...named('read', wordsOf('readFile readFileSync createReadStream sendFile')),
  ...named('file', withSync('copyFile cp open rename unlink utimes watch watchFile')),
  ...named('probe', withSync('access exists lstat realpath stat')),
]);

function named(use: Use, names: Iterable<string>): readonly [string, Use][] {
  return [...names].map((name) => [name, use]);
}

function withSync(names: string): readonly string[] {
  return [...wordsOf(names)].flatMap((name) => [name, `${name}Sync`]);
}

/** `requireAll`, `includeDirectory` and the like. */
function loadingAll(): readonly string[] {
  const what = [...wordsOf('All Dir Directory Tree')];
  return [...what.flatMap((each) => [`require${each}`, `include${each}`]), 'requireIndex'];
}

/** Functions that only look at a text: methods of strings and arrays, errors, parts of a path. */
const comparing =
  /^(?:basename|endsWith|extname|includes|indexOf|isAbsolute|lastIndexOf|startsWith|(?:[A-Z]\w*)?Error)$/;

/** Functions that load a module by a path, as a `require` of the file's own or `proxyquire` do. */
const loaders = /quire$|^(?:rewire|importFresh|reqlib|require[A-Z]\w*)$/;

/** Whether a function loads a module, by its name alone. */
export function loadsByName(callee: t.Node): boolean {
  return loaders.test(calleeName(callee));
}

/** Calls of functions that list the files of a folder. */
export const listingCalls = perScan((scan): readonly t.CallExpression[] =>
  nodesOf(scan, 'CallExpression').filter(({ callee }) => listsFiles(callee)),
);

/** Whether a function lists the files of a folder that it is given. */
export function listsFiles(callee: t.Node): boolean {
  const use = uses.get(calleeName(callee));
  return use === 'list' || use === 'load-all';
}

/**
 * `fork('x.js')`, `spawn(node, ['x.js'])`, `readdirSync(folder)`, `proxyquire('./x', {})`, or where a variable that holds
 * it is passed so.
 *
 * @param loads where the arguments of `require` and `import()` stand
 */
export function usesOf(node: t.Node, scan: ScanContext, loads: Loads): readonly Use[] {
  const parent = parentOf(node);
  const isKept = parent?.type === 'VariableDeclarator' && parent.init === node;
  const following = { scan, loads, depth: 0 };
  return isKept ? usesOfVariable(parent.id, following) : usesByCall(node, following);
}

type Loads = ReadonlyMap<number, unknown>;

interface Following {
  readonly scan: ScanContext;
  readonly loads: Loads;
  readonly depth: number;
}

function usesByCall(node: t.Node, following: Following): readonly Use[] {
  const parent = parentOf(node);
  if (parent !== null && isComparison(parent)) return ['compare'];
  if (parent !== null && isEntryOfCache(parent, node, following.scan)) return ['load'];
  if (parent !== null && isPreload(parent, node)) return ['preload'];
  const call = parent?.type === 'ArrayExpression' ? parentOf(parent) : parent;
  if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') return ['other'];
  if (call === parent && call.arguments[0] === node && isRequire(call, node, following)) return ['load'];
  const name = calleeName(call.callee);
  if (comparing.test(name) || isConsole(call.callee)) return ['compare'];
  const mayLoad = node.type === 'StringLiteral' && parent === call && !listsFiles(call.callee);
  if (mayLoad && loaders.test(name) && isFromOutside(call.callee, following.scan)) return ['load'];
  const use = uses.get(name);
  if (use !== undefined || call !== parent) return [use ?? 'other'];
  const parameter = parameterFor(following.scan, call, node);
  return parameter?.writes.length === 0 ? usesOfReads(parameter, following) : ['other'];
}

/** `require(file)`, `import(file)`, `require.resolve(file)` */
function isRequire(
  { callee }: t.CallExpression | t.NewExpression,
  node: t.Node,
  { loads, scan }: Following,
): boolean {
  if (callee.type !== 'MemberExpression') return callee.type === 'Import' || loads.has(node.start!);
  return calleeName(callee) === 'resolve' && isOutsideRequire(callee.object, scan);
}

/** `console.log(file)` */
function isConsole(callee: t.Node): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'console'
  );
}

/** `require.cache[file]`: an entry is what the loader has put there for that path. */
function isEntryOfCache(parent: t.Node, node: t.Node, scan: ScanContext): boolean {
  if (parent.type !== 'MemberExpression' || parent.property !== node) return false;
  const { object } = parent;
  const isCache = object.type === 'MemberExpression' && staticKey(object) === 'cache';
  return isCache && isOutsideRequire(object.object, scan);
}

/** Not the `require` of a bundle, which loads what is in there. */
function isOutsideRequire(node: t.Node, scan: ScanContext): boolean {
  return isNamedRequire(node) && isFromOutside(node, scan);
}

function isNamedRequire(node: t.Node): boolean {
  return node.type === 'Identifier' && node.name === 'require';
}

/** `new BrowserWindow({ webPreferences: { preload: path.join(__dirname, 'preload.js') } })` */
function isPreload(parent: t.Node, node: t.Node): boolean {
  return parent.type === 'ObjectProperty' && parent.value === node && staticKey(parent) === 'preload';
}

/** `path === './'`, `case './':` */
function isComparison(node: t.Node): boolean {
  return node.type === 'BinaryExpression' ? /^[!=]==?$/.test(node.operator) : node.type === 'SwitchCase';
}

/** Where the variable is read that a path is kept in; where it is not kept, where it stands. */
export function readsOfVariable(node: t.Node, { scopes }: ScanContext): readonly t.Node[] {
  const parent = parentOf(node);
  const isKept = parent?.type === 'VariableDeclarator' && parent.init === node;
  const binding = isKept && parent.id.type === 'Identifier' ? scopes.referenceOf(parent.id)?.binding : null;
  if (binding?.writes.length !== 1) return [node];
  const reads = binding.references.filter(({ access }) => access === 'read');
  return reads.filter((read) => !isPart(read.node)).map((read) => read.node);
}

/** Of a variable that is set once: all that happens to it, but for longer paths, which speak for themselves. */
function usesOfVariable(target: t.Node, following: Following): readonly Use[] {
  const binding = target.type === 'Identifier' ? following.scan.scopes.referenceOf(target)?.binding : null;
  return binding?.writes.length === 1 ? usesOfReads(binding, following) : ['other'];
}

/** By how deep they are looked at: the parameters of a function are asked for from each of its calls. */
const usesOfBindings = perScan(() => new Map<Binding, (readonly Use[])[]>());

function usesOfReads(binding: Binding, following: Following): readonly Use[] {
  const known = usesOfBindings(following.scan);
  const byDepth = known.get(binding) ?? [];
  known.set(binding, byDepth);
  byDepth[following.depth] ??= findUses(binding, following);
  return byDepth[following.depth]!;
}

function findUses({ references, writes }: Binding, { scan, loads, depth }: Following): readonly Use[] {
  const reads = references.filter(({ access }) => access === 'read');
  if (depth > deepest || references.length !== reads.length + writes.length) return ['other'];
  const uses = reads
    .filter(({ node }) => !isPart(node))
    .flatMap(({ node }) => usesByCall(node, { scan, loads, depth: depth + 1 }));
  // A path that leads nowhere else is just that.
  return uses.length === 0 ? ['other'] : [...new Set(uses)];
}

/** How far a path is followed through functions of the file. */
const deepest = 5;

/** `path.join(file, 'x')`, `file + '.js'` */
function isPart(node: t.Node): boolean {
  const parent = parentOf(node);
  if (parent?.type === 'TemplateLiteral') return true;
  return parent?.type === 'BinaryExpression' ? parent.operator === '+' : isJoin(parent) && !isResolve(parent);
}

function isResolve({ callee }: t.CallExpression): boolean {
  return callee.type === 'MemberExpression' && isNamedRequire(callee.object);
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
