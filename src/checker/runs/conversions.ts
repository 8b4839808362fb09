import type * as t from '@babel/types';
import { wordsOf } from '../../lists.ts';
import { type Keyed, staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import { callsByName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import type { RunFacts, RunValue, Unseen } from '../facts.ts';
import { nodesOf } from '../nodes.ts';
import { handledKeys, protocolOf, putUnderAnyKey } from '../timeline/protocols.ts';
import { givenKey, keyOf, type Put, putsOf } from '../timeline/puts.ts';
import type { Values } from '../timeline/values.ts';
import type { Handed } from './handed.ts';
import { unique } from './run-values.ts';

/** What the language runs without any call to be seen: to convert a value, or to go through it (ECMA-262 §7.1, §7.4). */

/** The functions of a file that it would run: `toString() {}`, `[Symbol.iterator]() {}`. */
export function unseenFunctions(scan: ScanContext, values: Values, handed: Handed): RunFacts['unseen'] {
  const puts = putsOf(scan).filter((put) => unseenFor(put) !== null);
  const found: Record<Unseen, RunValue[]> = { convert: [], iterate: [] };
  for (const put of puts) {
    const kind = unseenFor(put)!;
    found[kind].push(...runsOf(put, values, handed));
  }
  const others = putUnderAnyKey(scan, values).flatMap((node) => runBy(node, handed));
  return { convert: unique([...found.convert, ...others]), iterate: unique([...found.iterate, ...others]) };
}

/** The regions of those functions that nothing but instances has. */
export function unseenOfInstances(scan: ScanContext, values: Values, handed: Handed): readonly number[] {
  const found = { instances: new Set<number>(), others: new Set<number>() };
  for (const put of putsOf(scan)) {
    if (unseenFor(put) === null) continue;
    for (const value of runsOf(put, values, handed))
      if (value.kind === 'own') found[put.ofInstances ? 'instances' : 'others'].add(value.region);
  }
  return [...found.instances].filter((region) => !found.others.has(region));
}

/** What runs a function that is put under a key; null where only a call by its name does. */
function unseenFor(put: Put): Unseen | null {
  // A `toJSON` by a descriptor is left out: next to nobody asks for that while modules load.
  if (put.by === 'descriptor' && put.key === 'toJSON') return null;
  const protocol = notFollowed.has(put.key) ? null : protocolOf(put);
  return protocol === 'instance' ? 'convert' : protocol;
}

/**
 * What a promise calls when all modules are loaded, methods of iterators, which count where these are made, and what only
 * lists, errors and regular expressions have called: common names, so that next to nothing would be left.
 */
const notFollowed: ReadonlySet<string | null> = wordsOf(
  'exec flags join message name next return source then',
);
const iterators: ReadonlySet<string | null> = new Set(['Symbol.asyncIterator', 'Symbol.iterator']);

/** The function that is put there, and of a getter what that gives. */
function runsOf({ kind, value }: Put, values: Values, handed: Handed): readonly RunValue[] {
  const given = kind === 'get' && value !== null && isFunction(value) ? values.returnedBy(value) : [];
  return [value, ...given].flatMap((node) => runBy(node, handed));
}

/** Of what comes from elsewhere, those who made it tell. */
function runBy(node: t.Node | null, handed: Handed): readonly RunValue[] {
  if (node === null) return [];
  const bound = node.type === 'CallExpression' ? boundBy(node) : node;
  const found = bound === null ? [] : handed.by(bound);
  return found.filter(({ kind }) => kind === 'own' || kind === 'required');
}

/** `f` of `f.bind(…)` */
function boundBy({ callee }: t.CallExpression): t.Node | null {
  return callee.type === 'MemberExpression' && staticKey(callee) === 'bind' ? callee.object : null;
}

/** `Kind.prototype`, by a name of the file */
function isOwnPrototype({ scopes }: ScanContext, node: t.Node): boolean {
  if (node.type !== 'MemberExpression' || staticKey(node) !== 'prototype') return false;
  return node.object.type === 'Identifier' && scopes.referenceOf(node.object)?.binding?.kind === 'function';
}

/** Whether the file puts an iterator on an object that it may not have made for that: on a list, say. */
export function putsIterators(scan: ScanContext): boolean {
  const isPut = nodesOf(scan, 'AssignmentExpression').some(
    ({ left }) =>
      left.type === 'MemberExpression' && iterators.has(keyOf(left)) && !isOwnPrototype(scan, left.object),
  );
  const isDefined = (arguments_: readonly t.Node[]): boolean => iterators.has(givenKey(arguments_[1]!));
  return (
    isPut ||
    handledKeys(scan).some((node) => iterators.has(givenKey(node))) ||
    callsByName(scan)
      .of('defineProperty')
      .some(({ arguments: given }) => given.length > 1 && isDefined(given))
  );
}

export interface UnseenUse {
  readonly kind: Unseen;
  readonly place: t.Node;
  readonly object: t.Node;
}

/** What is converted, or gone through, and where. */
export function* unseenUses(scan: ScanContext): Generator<UnseenUse> {
  for (const { place, object } of converted(scan)) yield { kind: 'convert', place, object };
  for (const { place, object } of goneThrough(scan)) yield { kind: 'iterate', place, object };
}

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
  for (const type of ['MemberExpression', 'OptionalMemberExpression'] as const)
    for (const place of nodesOf(scan, type)) if (isComputed(place)) yield { place, object: place.property };
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
