import type * as t from '@babel/types';
import { staticKey } from '../syntax/keys.ts';
import { isFunction } from '../syntax/kinds.ts';
import { parentOf } from '../syntax/tree.ts';
import { unwrap } from '../syntax/wrapping.ts';
import type { ScanContext } from './context.ts';
import { usesArguments } from './exports/parameters.ts';
import { isWriteTarget } from './nodes.ts';

/** Lists and tables that stand in the file and that nothing changes, so that all that is in them is known. */

/** What an expression may be: another expression, or a text that stands nowhere by itself (`'a b'.split(' ')`). */
export type Value = t.Node | string;

/** `['a', 'b']`, `'a b'.split(' ')`, `['b', 'a'].sort()`, or a variable that holds such; null where more may be in it. */
export function elementsOf(list: t.Node, scan: ScanContext): readonly Value[] | null {
  const bare = unwrap(list);
  if (bare.type === 'ArrayExpression') return ownElements(bare);
  if (bare.type === 'CallExpression') return elementsOfCall(bare, scan);
  const value = bare.type === 'Identifier' ? unchangedValue(bare, scan) : null;
  return value === null ? null : elementsOf(value, scan);
}

function ownElements({ elements }: t.ArrayExpression): readonly t.Node[] | null {
  const all = elements.filter((element) => element !== null);
  const isPlain = all.length === elements.length && all.every(({ type }) => type !== 'SpreadElement');
  return isPlain ? all : null;
}

const sameElements: ReadonlySet<string> = new Set(['filter', 'reverse', 'slice', 'sort']);

function elementsOfCall({ callee, arguments: [first] }: t.CallExpression, scan: ScanContext) {
  if (callee.type !== 'MemberExpression') return null;
  const key = staticKey(callee) ?? '';
  const object = unwrap(callee.object);
  if (key === 'split' && object.type === 'StringLiteral' && first?.type === 'StringLiteral')
    return object.value.split(first.value);
  return sameElements.has(key) ? elementsOf(object, scan) : null;
}

/** `names[i]`, `table[key]`: everything that it may be. */
export function memberValues(member: t.MemberExpression, scan: ScanContext): readonly Value[] | null {
  if (!member.computed || member.object.type === 'Super') return null;
  const elements = elementsOf(member.object, scan);
  if (elements !== null) return elements;
  const object = unwrap(member.object);
  const table = object.type === 'Identifier' ? unchangedValue(object, scan) : object;
  return table?.type === 'ObjectExpression' ? tableValues(table) : null;
}

function tableValues({ properties }: t.ObjectExpression): readonly t.Node[] | null {
  const values = properties.map((property) => (property.type === 'ObjectProperty' ? property.value : null));
  return values.every((value) => value !== null) ? values : null;
}

/** What a variable is set to, once, where all that happens to it is that somebody looks into it. */
function unchangedValue(name: t.Identifier, { scopes }: ScanContext): t.Node | null {
  const binding = scopes.referenceOf(name)?.binding;
  const [write, ...others] = binding?.writes ?? [];
  if (binding == null || write === undefined || others.length > 0 || !write.initialises) return null;
  const declarator = parentOf(write.node);
  if (declarator?.type !== 'VariableDeclarator' || declarator.id !== write.node || !declarator.init)
    return null;
  if (isExported(declarator)) return null;
  const isLookedAt = binding.references.every(
    ({ node, access, dynamic }) => !dynamic && (access === 'write' || isOnlyRead(node, scopes)),
  );
  return isLookedAt ? unwrap(declarator.init) : null;
}

/** `export const name = value` */
export function isExported(declarator: t.Node): boolean {
  return /^Export/.test(parentOf(parentOf(declarator)!)?.type ?? '');
}

type Scopes = ScanContext['scopes'];

function isOnlyRead(node: t.Node, scopes: Scopes): boolean {
  const parent = parentOf(node);
  if (parent?.type === 'ForOfStatement') return parent.right === node;
  if (parent?.type === 'SpreadElement') return true;
  if (parent?.type !== 'MemberExpression' || parent.object !== node || isWriteTarget(parent)) return false;
  const call = parentOf(parent);
  if (call?.type !== 'CallExpression' || call.callee !== parent) return true;
  const key = staticKey(parent) ?? '';
  return asking.has(key) || (visiting.has(key) && !seesList(call.arguments[0], scopes));
}

const asking: ReadonlySet<string> = new Set(['includes', 'indexOf', 'join', 'slice']);

/** Methods of lists that hand their elements to a function as its first argument. */
export const visiting: ReadonlySet<string> = new Set([
  'every',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'flatMap',
  'forEach',
  'map',
  'some',
]);

/** A function may get the list itself as its third argument. */
export function seesList(visitor: t.Node | undefined, scopes: Scopes): boolean {
  if (visitor === undefined || !isFunction(visitor)) return true;
  const isShort = visitor.params.length < 3 && visitor.params.every(({ type }) => type !== 'RestElement');
  return !isShort || usesArguments(scopes, visitor);
}
