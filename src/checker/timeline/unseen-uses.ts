import type * as t from '@babel/types';
import { type Keyed, staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import type { Unseen } from '../facts.ts';
import { nodesOf } from '../nodes.ts';
import { perScan } from '../per-scan.ts';

/** Where the language runs functions without any call to be seen: to convert a value, or to go through it (ECMA-262 §7.1, §7.4). */

export interface UnseenUse {
  readonly kind: Unseen;
  readonly place: t.Node;
  readonly object: t.Node;
}

/** What is converted, or gone through, and where. */
export const unseenUses = perScan((scan): readonly UnseenUse[] => {
  const found: UnseenUse[] = [];
  for (const { place, object } of converted(scan)) found.push({ kind: 'convert', place, object });
  for (const { place, object } of goneThrough(scan)) found.push({ kind: 'iterate', place, object });
  return found;
});

type Operand = Omit<UnseenUse, 'kind'>;

function* converted(scan: ScanContext): Generator<Operand> {
  for (const place of nodesOf(scan, 'TemplateLiteral'))
    if (parentOf(place)?.type !== 'TaggedTemplateExpression')
      yield* place.expressions.map((object) => ({ place, object }));
  for (const place of nodesOf(scan, 'BinaryExpression')) {
    if (place.operator === 'in') yield { place, object: place.left };
    else if (!comparing.has(place.operator) && !isComparedWithNothing(place))
      yield* [place.left, place.right].map((object) => ({ place, object }));
  }
  for (const place of nodesOf(scan, 'UnaryExpression'))
    if (/[-+~]/.test(place.operator)) yield { place, object: place.argument };
  for (const place of nodesOf(scan, 'UpdateExpression')) yield { place, object: place.argument };
  for (const place of nodesOf(scan, 'AssignmentExpression'))
    if (!keeping.has(place.operator)) yield* [place.left, place.right].map((object) => ({ place, object }));
  yield* computedKeys(scan);
  yield* argumentsOf(scan, isConverter);
}

/** `o[key]`, `{ [key]: 1 }`, `class { [key]() {} }` (ECMA-262 §7.1.19, ToPropertyKey) */
function* computedKeys(scan: ScanContext): Generator<Operand> {
  for (const place of nodesOf(scan, 'MemberExpression'))
    if (isComputed(place)) yield { place, object: place.property };
  for (const type of ['ObjectProperty', 'ObjectMethod', 'ClassMethod', 'ClassProperty'] as const)
    for (const place of nodesOf(scan, type)) if (isComputed(place)) yield { place, object: place.key };
}

/** Symbols are keys as they are. */
function isComputed(node: Keyed & { readonly computed?: boolean }): boolean {
  if (node.computed !== true || staticKey(node) !== null) return false;
  const key = 'property' in node ? node.property : node.key;
  return key.type !== 'MemberExpression' || key.object.type !== 'Identifier' || key.object.name !== 'Symbol';
}

function* goneThrough(scan: ScanContext): Generator<Operand> {
  for (const place of nodesOf(scan, 'ForOfStatement')) yield { place: place.right, object: place.right };
  for (const place of nodesOf(scan, 'SpreadElement'))
    if (parentOf(place)?.type !== 'ObjectExpression') yield { place, object: place.argument };
  for (const place of nodesOf(scan, 'VariableDeclarator'))
    if (place.id.type === 'ArrayPattern' && place.init) yield { place, object: place.init };
  for (const place of nodesOf(scan, 'AssignmentExpression'))
    if (place.left.type === 'ArrayPattern') yield { place, object: place.right };
  for (const place of nodesOf(scan, 'YieldExpression'))
    if (place.delegate && place.argument) yield { place, object: place.argument };
  yield* argumentsOf(scan, isCollector);
}

function* argumentsOf(scan: ScanContext, isCalled: (callee: t.Node) => boolean): Generator<Operand> {
  for (const type of ['CallExpression', 'NewExpression'] as const) {
    for (const place of nodesOf(scan, type))
      if (isCalled(place.callee)) yield* place.arguments.map((object) => ({ place, object }));
  }
}

/** `value == null` converts nothing (ECMA-262 §7.2.13, IsLooselyEqual). */
function isComparedWithNothing({ operator, left, right }: t.BinaryExpression): boolean {
  return (operator === '==' || operator === '!=') && [left, right].some(({ type }) => type === 'NullLiteral');
}

/** Operators that look at no object; `instanceof` may run `Symbol.hasInstance`. */
const comparing: ReadonlySet<string> = new Set(['!==', '===']);

/** Assignments of the very value. */
const keeping: ReadonlySet<string> = new Set(['=', '&&=', '||=', '??=']);

/** Functions of the language and of Node that make a primitive value of what they are given. */
const converters: ReadonlySet<string> = new Set(
  `BigInt Date Error EvalError Function Number RangeError ReferenceError RegExp String Symbol SyntaxError TypeError URIError
  decodeURI decodeURIComponent encodeURI encodeURIComponent escape isFinite isNaN parseFloat parseInt unescape`.split(
    /\s+/,
  ),
);
const convertingMethods: ReadonlySet<string> = new Set(
  `alloc at byteLength charAt charCodeAt codePointAt concat endsWith exec for from hasOwn hasOwnProperty includes indexOf
  lastIndexOf localeCompare match matchAll normalize padEnd padStart parse parseFloat parseInt propertyIsEnumerable raw repeat
  replace replaceAll search slice split startsWith stringify substr substring test`.split(/\s+/),
);

function isConverter(callee: t.Node): boolean {
  if (callee.type === 'Identifier') return converters.has(callee.name);
  if (callee.type !== 'MemberExpression') return false;
  const isMath = callee.object.type === 'Identifier' && callee.object.name === 'Math';
  return isMath || convertingMethods.has(staticKey(callee) ?? '');
}

function isCollector(callee: t.Node): boolean {
  if (callee.type === 'Identifier') return ['Map', 'Set', 'WeakMap', 'WeakSet'].includes(callee.name);
  return (
    callee.type === 'MemberExpression' && ['all', 'from', 'fromEntries'].includes(staticKey(callee) ?? '')
  );
}
