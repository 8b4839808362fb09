import type * as t from '@babel/types';
import { type Keyed, literalKey, staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import { callsByName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { perScan } from '../per-scan.ts';

/** Something that the file puts into an object, be it by an assignment, a literal, or a function of the language. */
export interface Put {
  /** `Symbol.iterator` for that symbol; null for a key that only running the program would tell, or an index. */
  readonly key: string | null;
  /** The value, or the function that gets or sets it; null where no expression of the file is it. */
  readonly value: t.Node | null;
  readonly kind: 'value' | 'get' | 'set';
  /** By a descriptor, into a list, map or set, where it is found under no name, or in any other way. */
  readonly by: 'descriptor' | 'list' | 'name';
  /** Only instances of a class, or what is made by a function, have it. */
  readonly ofInstances: boolean;
}

/** In no particular order. */
export const putsOf = perScan((scan: ScanContext): readonly Put[] => [
  ...assigned(scan),
  ...takenApart(scan),
  ...ofLiterals(scan),
  ...described(scan),
  ...describedElsewhere(scan),
  ...[...definedByMethod(scan)].map(({ kind, key, object, value }) =>
    put(key, value, { kind, ofInstances: isPrototype(object) }),
  ),
  ...handedOver(scan),
]);

function put(key: string | null, value: t.Node | null, more: Partial<Put> = {}): Put {
  return { key, value, kind: 'value', by: 'name', ofInstances: false, ...more };
}

/** `x.key = value` */
function* assigned(scan: ScanContext): Generator<Put> {
  for (const { left, right } of nodesOf(scan, 'AssignmentExpression'))
    if (left.type === 'MemberExpression')
      yield put(keyOf(left), right, { ofInstances: isPrototype(left.object) });
}

/** `[x.key] = list`, `for (x.key of list)`: what they get, the patterns do not say. */
function* takenApart(scan: ScanContext): Generator<Put> {
  const targets: (t.Node | null)[] = [
    ...nodesOf(scan, 'ArrayPattern').flatMap(({ elements }) => elements),
    ...nodesOf(scan, 'RestElement').map(({ argument }) => argument),
    ...nodesOf(scan, 'ObjectPattern').flatMap(({ properties }) =>
      properties.flatMap((property) => (property.type === 'ObjectProperty' ? [property.value] : [])),
    ),
    ...nodesOf(scan, 'ForOfStatement').map(({ left }) => left),
  ];
  for (const node of targets) {
    const target = node?.type === 'AssignmentPattern' ? node.left : node;
    if (target?.type === 'MemberExpression') yield put(keyOf(target), null);
  }
}

function* ofLiterals(scan: ScanContext): Generator<Put> {
  for (const node of nodesOf(scan, 'ObjectProperty'))
    if (parentOf(node)?.type === 'ObjectExpression') yield put(keyOf(node), node.value);
  for (const node of nodesOf(scan, 'ObjectMethod')) yield put(keyOf(node), node, { kind: kindOf(node) });
  for (const type of ['ClassMethod', 'ClassPrivateMethod'] as const)
    for (const node of nodesOf(scan, type))
      yield put(keyOf(node), node, { kind: kindOf(node), ofInstances: !node.static });
  for (const type of ['ClassProperty', 'ClassPrivateProperty'] as const)
    for (const node of nodesOf(scan, type))
      if (node.value) yield put(keyOf(node), node.value, { ofInstances: node.static !== true });
}

function kindOf({ kind }: t.ObjectMethod | t.ClassMethod | t.ClassPrivateMethod): Put['kind'] {
  return kind === 'get' || kind === 'set' ? kind : 'value';
}

/** `Object.defineProperty(x, 'key', { value })`, `Object.create(x, { key: { value } })` (ECMA-262 §6.2.6) */
function* described(scan: ScanContext): Generator<Put> {
  for (const { arguments: given } of builtinCalls(scan, definingOne)) {
    const [object, key, descriptor] = given;
    if (object && key && descriptor) yield* ofDescriptor(givenKey(key), descriptor, isPrototype(object));
  }
  for (const { arguments: given } of builtinCalls(scan, takingDescriptors)) {
    const [object, descriptors] = given;
    if (object === undefined || descriptors?.type !== 'ObjectExpression') continue;
    for (const property of descriptors.properties)
      if (property.type === 'ObjectProperty')
        yield* ofDescriptor(keyOf(property), property.value, isPrototype(object));
  }
}

/** `Object.defineProperty(x, key, descriptor)`: any literal of the file may be what that holds. */
function* describedElsewhere(scan: ScanContext): Generator<Put> {
  const calls = builtinCalls(scan, defining);
  const descriptors = new Set(
    calls.map(({ arguments: given }) => (given.length > 1 ? given.at(-1) : undefined)),
  );
  const isOpen = [...descriptors].some((node) => node !== undefined && node.type !== 'ObjectExpression');
  for (const literal of nodesOf(scan, 'ObjectExpression')) {
    if (descriptors.has(literal) || isDescribing(parentOf(literal)!, descriptors)) continue;
    if (!isOpen && !literal.properties.some(isAttribute)) continue;
    yield* ofDescriptor(null, literal, false);
    const key = keyBeside(literal);
    if (key !== null) yield* ofDescriptor(key, literal, false);
  }
}

/** `{ key: 'name', value: f }`, as compilers of classes list the members. */
function keyBeside({ properties }: t.ObjectExpression): string | null {
  for (const property of properties)
    if (
      property.type === 'ObjectProperty' &&
      staticKey(property) === 'key' &&
      property.value.type === 'StringLiteral'
    )
      return property.value.value;
  return null;
}

/** `{ key: { get } }` as a whole is what a function is given. */
function isDescribing(property: t.Node, given: ReadonlySet<t.Node | undefined>): boolean {
  return property.type === 'ObjectProperty' && given.has(parentOf(property)!);
}

/** What nothing but a descriptor has, as a rule. */
function isAttribute(property: t.ObjectExpression['properties'][number]): boolean {
  const key = property.type === 'SpreadElement' ? null : staticKey(property);
  return key === 'enumerable' || key === 'configurable';
}

const definingOne: ReadonlySet<string> = new Set(['defineProperty']);
const defining: ReadonlySet<string> = new Set(['create', 'defineProperties', 'defineProperty']);
const takingDescriptors: ReadonlySet<string> = new Set(['create', 'defineProperties']);

/** Of a descriptor that is made elsewhere under a key that is not known, nothing is told. */
function* ofDescriptor(key: string | null, descriptor: t.Node, ofInstances: boolean): Generator<Put> {
  if (descriptor.type !== 'ObjectExpression') {
    if (key !== null) yield put(key, null, { by: 'descriptor', ofInstances });
    return;
  }
  for (const property of descriptor.properties) {
    const kind = property.type === 'SpreadElement' ? null : staticKey(property);
    if (kind !== 'value' && kind !== 'get' && kind !== 'set') continue;
    const value = property.type === 'ObjectProperty' ? property.value : property;
    yield put(key, value, { kind, by: 'descriptor', ofInstances });
  }
}

/** The methods of all objects that define an accessor (ECMA-262 §B.2.2.2), and what they define. */
export const definingMethods: ReadonlyMap<string, 'get' | 'set'> = new Map([
  ['__defineGetter__', 'get'],
  ['__defineSetter__', 'set'],
] as const);

const definers: ReadonlySet<string> = new Set(definingMethods.keys());

export interface DefinedByMethod {
  readonly kind: 'get' | 'set';
  /** Null where it is computed. */
  readonly key: string | null;
  readonly object: t.Node;
  readonly value: t.Node;
}

/** `object.__defineGetter__('key', value)` */
export function* definedByMethod(scan: ScanContext): Generator<DefinedByMethod> {
  for (const { callee, arguments: given } of callsByName(scan).ofAny(definers)) {
    if (callee.type !== 'MemberExpression') continue;
    const kind = definingMethods.get(staticKey(callee) ?? '');
    const [key, value] = given;
    if (kind !== undefined && key && value) yield { kind, key: givenKey(key), object: callee.object, value };
  }
}

/** Methods of lists, sets and maps that put in what they are given. */
export const adding: ReadonlySet<string> = new Set(['add', 'fill', 'push', 'set', 'splice', 'unshift']);
const borrowing: ReadonlySet<string> = new Set(['apply', 'call']);

/** `list.push(value)`, `Array.prototype.push.call(list, value)`, `Reflect.set(x, 'key', value)`, `Object.fromEntries(…)` */
function* handedOver(scan: ScanContext): Generator<Put> {
  for (const { callee, arguments: given } of callsByName(scan).ofAny(adding)) {
    if (callee.type !== 'MemberExpression') continue;
    const [object, key, value] = given;
    if (isNamed(callee.object, 'Reflect') && object && key && value)
      yield put(givenKey(key), value, { ofInstances: isPrototype(object) });
    else yield* given.map(element);
  }
  for (const { callee, arguments: given } of callsByName(scan).ofAny(borrowing)) {
    const method = callee.type === 'MemberExpression' ? callee.object : null;
    if (method?.type === 'MemberExpression' && adding.has(staticKey(method) ?? '')) yield* given.map(element);
  }
  for (const {
    arguments: [entries],
  } of callsByName(scan).of('fromEntries'))
    if (entries) yield* ofEntries(entries);
}

function element(value: t.Node): Put {
  return put(null, value, { by: 'list' });
}

function* ofEntries(entries: t.Node): Generator<Put> {
  for (const entry of entries.type === 'ArrayExpression' ? entries.elements : []) {
    const [key, value] = entry?.type === 'ArrayExpression' ? entry.elements : [];
    if (key && value) yield put(givenKey(key), value);
  }
}

/** Calls of such a function of `Object` or `Reflect`. */
export function builtinCalls(scan: ScanContext, names: ReadonlySet<string>): readonly t.CallExpression[] {
  return callsByName(scan)
    .ofAny(names)
    .filter(({ callee }) => callee.type === 'MemberExpression' && isBuiltin(callee.object));
}

function isBuiltin(node: t.Node): boolean {
  return isNamed(node, 'Object') || isNamed(node, 'Reflect');
}

function isNamed(node: t.Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

/** `Kind.prototype` */
export function isPrototype(node: t.Node): boolean {
  return node.type === 'MemberExpression' && staticKey(node) === 'prototype';
}

type Place = Keyed | t.ClassPrivateMethod | t.ClassPrivateProperty;

/** `#name` for a private one, `Symbol.iterator` for `[Symbol.iterator]`, null for other computed ones. */
export function keyOf(place: Place): string | null {
  const key = 'property' in place ? place.property : place.key;
  if (key.type === 'PrivateName') return `#${key.id.name}`;
  const isComputed = 'computed' in place && place.computed === true;
  return isComputed && isSymbol(key) ? symbolKey(key) : staticKey(place as Keyed);
}

/** The same where it is read, which is for symbols of the registry as well: `Symbol.for(x)` for `[Symbol.for('x')]`. */
export function keyRead(member: t.MemberExpression): string | null {
  const { property, computed } = member;
  const isRegistered =
    computed &&
    property.type === 'CallExpression' &&
    isSymbol(property.callee) &&
    staticKey(property.callee) === 'for';
  if (isRegistered) return `Symbol.for(${property.arguments[0] ? literalKey(property.arguments[0]) : ''})`;
  return keyOf(member);
}

/** The key that a function of the language is given. */
export function givenKey(node: t.Node): string | null {
  return isSymbol(node) ? symbolKey(node) : literalKey(node);
}

function symbolKey(node: t.MemberExpression): string {
  return `Symbol.${staticKey(node)}`;
}

/** `Symbol.iterator` */
export function isSymbol(node: t.Node): node is t.MemberExpression {
  return node.type === 'MemberExpression' && isNamed(node.object, 'Symbol');
}
