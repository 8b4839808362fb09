import type * as t from '@babel/types';
import { wordsOf } from '../lists.ts';
import { staticKey } from '../syntax/keys.ts';
import { callsByName } from './by-name.ts';
import type { ScanContext } from './context.ts';
import { valuesOf } from './finite-values.ts';
import { calleeName } from './path-texts.ts';
import { perScan } from './per-scan.ts';

/**
 * What Node is started with: `fork('lib/task')`, `spawn(process.execPath, ['lib/task'])`. Its path counts from the working
 * directory and is resolved by the CommonJS loader, so that it may lack the ending (Node documentation, "Command-line API",
 * "Program entry point").
 */
export const entryPoints = perScan(
  (scan): ReadonlySet<t.Node> =>
    new Set(
      callsByName(scan)
        .ofAny(starting)
        .flatMap((call) => valuesFor(entryPointOf(call), scan)),
    ),
);

const starting: ReadonlySet<string | null> = new Set(wordsOf('fork spawn spawnSync execFile execFileSync'));

function entryPointOf({ callee, arguments: [program, list] }: t.CallExpression): t.Node | null {
  if (calleeName(callee) === 'fork') return program ?? null;
  return program !== undefined && isNode(program) && list?.type === 'ArrayExpression'
    ? firstOperand(list.elements)
    : null;
}

/** `process.execPath`, `process.argv[0]`, `'node'` */
function isNode(node: t.Node): boolean {
  if (node.type === 'StringLiteral') return isNodeName(node.value);
  if (node.type !== 'MemberExpression') return false;
  const key = staticKey(node);
  return key === 'execPath' || key === 'argv0' || (key === '0' && isArguments(node.object));
}

export function isNodeName(text: string | undefined): boolean {
  return text === 'node' || text === 'nodejs';
}

function isArguments(node: t.Node): boolean {
  return node.type === 'MemberExpression' && staticKey(node) === 'argv';
}

/** The first that is no option; null where an option may take what follows it. */
function firstOperand(elements: t.ArrayExpression['elements']): t.Node | null {
  for (const element of elements) {
    if (element?.type !== 'StringLiteral' || !element.value.startsWith('-')) return element;
    if (!/^--[\w-]+(?:=|$)/.test(element.value) || takesNext.has(element.value)) return null;
  }
  return null;
}

const takesNext = wordsOf(
  '--conditions --env-file --eval --experimental-loader --import --loader --print --require',
);

/** Itself, or what a variable is known to hold. */
function valuesFor(node: t.Node | null, scan: ScanContext): readonly t.Node[] {
  if (node?.type !== 'Identifier') return node === null ? [] : [node];
  const binding = scan.scopes.referenceOf(node)?.binding ?? null;
  const values = binding === null ? null : valuesOf(binding, scan);
  return (values ?? []).filter((value) => typeof value !== 'string');
}
