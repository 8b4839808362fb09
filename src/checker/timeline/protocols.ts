import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import { lastName, referencesByName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { perScan } from '../per-scan.ts';
import { type Put, putsOf } from './puts.ts';
import { returnedBy } from './returned.ts';

/** What the language calls functions of an object for: to convert it, to go through it, `instanceof`, to look for it in a text. */
export type Protocol = 'convert' | 'iterate' | 'instance' | 'match';

/**
 * Keys under which the language looks for functions (ECMA-262 §7.1.1 ToPrimitive, §7.4 Operations on Iterator Objects,
 * §25.5.2 JSON.stringify, §27.2.1.3.2 Promise Resolve Functions, §13.10.2 InstanceofOperator).
 */
const protocolOfKey: ReadonlyMap<string, Protocol> = new Map([
  ['toString', 'convert'],
  ['valueOf', 'convert'],
  ['toJSON', 'convert'],
  ['then', 'convert'],
  ['next', 'iterate'],
  ['return', 'iterate'],
  ['Symbol.iterator', 'iterate'],
  ['Symbol.asyncIterator', 'iterate'],
  ['Symbol.hasInstance', 'instance'],
] as const);

/** Keys of functions that methods of strings call, and nothing else (§22.1.3: match, matchAll, replace, replaceAll, search, split). */
const matching: ReadonlySet<string> = new Set(
  ['match', 'matchAll', 'replace', 'search', 'split'].map((name) => `Symbol.${name}`),
);

/** The same where a list or regular expression has them of its own (§23.1.3.36, §22.2.7.1). */
const ofBuiltins: ReadonlySet<string> = new Set(['exec', 'join']);

/** Numbers that functions of lists and regular expressions ask for (§7.3.18 LengthOfArrayLike, §22.2.7.2 RegExpBuiltinExec). */
const numbersOfBuiltins: ReadonlySet<string> = new Set(['lastIndex', 'length']);

/** An object that is made there, or where a variable gets it. */
function isMadeObject(value: t.Node, { scopes }: ScanContext): boolean {
  const writes = value.type === 'Identifier' ? (scopes.referenceOf(value)?.binding?.writes ?? []) : [];
  const given = writes.map(({ node }) => {
    const by = parentOf(node)!;
    return by.type === 'VariableDeclarator' ? by.init : by.type === 'AssignmentExpression' ? by.right : null;
  });
  return [value, ...given].some(
    (node) => node?.type === 'ObjectExpression' || node?.type === 'NewExpression',
  );
}

/** What converting errors and regular expressions reads (§20.5.3.4, §22.2.6.17). */
const readByBuiltins: ReadonlySet<string> = new Set(['flags', 'message', 'name', 'source']);

/** What a function that is put under a key is called for; null where it is called by its name only. */
export function protocolOf({ key, kind, ofInstances }: Put): Protocol | null {
  if (key === null || kind === 'set') return null;
  if (kind === 'get' && readByBuiltins.has(key)) return 'convert';
  if (ofBuiltins.has(key)) return ofInstances ? null : 'convert';
  if (kind === 'value' && matching.has(key)) return 'match';
  return protocolOfKey.get(key) ?? (key.startsWith('Symbol.') ? 'convert' : null);
}

/**
 * Whether objects of the language may behave otherwise than they do: `list.join = f`, `[Symbol.replace]() {}`; by
 * converting what they take for a number, too: `pattern.lastIndex = { valueOf() {} }`. What a class has, no literal has.
 */
export function changesBuiltins({ key, value, ofInstances }: Put, scan: ScanContext): boolean {
  if (key === null) return false;
  if (ofBuiltins.has(key)) return !ofInstances;
  if (numbersOfBuiltins.has(key)) return value !== null && isMadeObject(value, scan);
  if (matching.has(key) && value?.type === 'ClassMethod') return false;
  return key.startsWith('Symbol.') && !protocolOfKey.has(key);
}

/**
 * What may be found under such a key although the file does not say so: where it has one in its hands as a value, what it
 * puts under computed keys, or hands over with it, `put(object, Symbol.iterator, f)`; and what a proxy gives.
 */
export function putUnderAnyKey(scan: ScanContext): readonly (t.Node | null)[] {
  const handled = handledKeys(scan);
  const computed =
    handled.length > 0 ? putsOf(scan).filter(({ key, by }) => key === null && by !== 'list') : [];
  const along = handled.flatMap((key) => {
    const call = parentOf(key);
    return call?.type === 'CallExpression' ? call.arguments.filter((argument) => argument !== key) : [];
  });
  const traps =
    referencesByName(scan).of('Proxy').length > 0 ? putsOf(scan).filter(({ key }) => key === 'get') : [];
  const given = traps.flatMap(({ value }) => (value && isFunction(value) ? returnedBy(scan, value) : []));
  return [...computed.map(({ value }) => value), ...along, ...given];
}

/** The places where a file has such a key as a value. */
export const handledKeys = perScan((scan: ScanContext): readonly t.Node[] =>
  [
    ...nodesOf(scan, 'StringLiteral').filter(({ value }) => spelled.has(value)),
    ...referencesByName(scan)
      .of('Symbol')
      .map(({ node }) => symbolAround(node)),
  ].filter((node) => isHandled(node) && !isOfRegistry(node)),
);

/** `Symbol.for` and `Symbol.keyFor` are functions, and know none of the symbols that the language looks for (§20.4.2.2). */
function isOfRegistry(node: t.Node): boolean {
  const key = node.type === 'MemberExpression' ? staticKey(node) : null;
  return key === 'for' || key === 'keyFor';
}

const spelled: ReadonlySet<string> = new Set(['toJSON', 'toString', 'valueOf']);

/** `Symbol.iterator` around `Symbol`; the name itself where it is called, as in `Symbol('name')`. */
function symbolAround(node: t.Node): t.Node {
  const parent = parentOf(node);
  return parent?.type === 'MemberExpression' && parent.object === node && !parent.computed ? parent : node;
}

/** Whether a node is used as a value, and not to name a member, to be called, or to be looked at. */
function isHandled(node: t.Node): boolean {
  const parent = parentOf(node)!;
  switch (parent.type) {
    case 'MemberExpression':
      return parent.property !== node;
    case 'ObjectProperty':
    case 'ObjectMethod':
    case 'ClassMethod':
    case 'ClassProperty':
      return parent.key !== node;
    case 'BinaryExpression':
    case 'UnaryExpression':
    case 'SwitchCase':
    case 'IfStatement':
    case 'ExpressionStatement':
    case 'TSLiteralType':
      return false;
    case 'LogicalExpression':
      return isHandled(parent);
    case 'ConditionalExpression':
      return parent.test !== node && isHandled(parent);
    case 'CallExpression':
      return parent.callee !== node && !takingKeys.has(lastName(parent.callee) ?? '');
    default:
      return true;
  }
}

/** Functions that are given keys to look at, or to put there what `puts.ts` tells of. */
const takingKeys: ReadonlySet<string> = new Set([
  ...['__defineGetter__', '__defineSetter__', 'defineProperty', 'getOwnPropertyDescriptor', 'has', 'hasOwn'],
  ...['hasOwnProperty', 'propertyIsEnumerable'],
]);
