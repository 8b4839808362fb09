import type * as t from '@babel/types';
import { literalKey, staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import { callsByName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';

/** What makes the language call a function of itself: a read, a write, a conversion, a loop, `instanceof`. */
export type Occasion = 'get' | 'set' | 'convert' | 'iterate' | 'instance';

type Member = t.ObjectMethod | t.ClassMethod | t.ClassPrivateMethod;
type Place = Member | t.ObjectProperty | t.ClassProperty | t.MemberExpression;

/**
 * Keys under which the language looks for functions (ECMA-262 §7.1.1 ToPrimitive, §7.4 Operations on Iterator Objects,
 * §25.5.2 JSON.stringify, §27.2.1.3.2 Promise Resolve Functions, §13.10.2 InstanceofOperator).
 */
const occasionOfKey: ReadonlyMap<string, Occasion> = new Map([
  ['toString', 'convert'],
  ['valueOf', 'convert'],
  ['toJSON', 'convert'],
  ['then', 'convert'],
  ['Symbol.toPrimitive', 'convert'],
  ['Symbol.toStringTag', 'convert'],
  ['next', 'iterate'],
  ['return', 'iterate'],
  ['Symbol.iterator', 'iterate'],
  ['Symbol.asyncIterator', 'iterate'],
  ['Symbol.hasInstance', 'instance'],
] as const);

/** The functions of a file that run without a call to be seen, as expressions; those by any key stand under null. */
export class UnseenCalls {
  readonly #accessors = new Set<t.Node>();
  readonly #by = new Map<Occasion, Map<string | null, t.Node[]>>();

  constructor(scan: ScanContext) {
    for (const type of ['ObjectMethod', 'ClassMethod', 'ClassPrivateMethod'] as const)
      for (const node of nodesOf(scan, type)) this.#addMember(node);
    for (const type of ['ObjectProperty', 'ClassProperty'] as const)
      for (const node of nodesOf(scan, type)) if (node.value) this.#addValue(node, node.value);
    for (const { left, right } of nodesOf(scan, 'AssignmentExpression'))
      if (left.type === 'MemberExpression') this.#addValue(left, right);
    for (const { kind, key, value } of definedByMethod(scan)) this.#add(kind, key, value);
    for (const type of ['FunctionDeclaration', 'FunctionExpression'] as const)
      for (const node of nodesOf(scan, type)) if (node.generator) this.#add('iterate', null, node);
  }

  /** @param key null: a key that only running the program would tell, or all of them at once. */
  on(occasion: Occasion, key: string | null = null): readonly t.Node[] {
    const byKey = this.#by.get(occasion);
    if (byKey === undefined) return none;
    return key === null
      ? [...byKey.values()].flat()
      : [...(byKey.get(key) ?? none), ...(byKey.get(null) ?? none)];
  }

  /** The getters of the file by their keys, null for those under other keys. */
  getters(): ReadonlyMap<string | null, readonly t.Node[]> {
    return this.#by.get('get') ?? new Map();
  }

  /** Whether a property describes an accessor: `get` in what `Object.defineProperty` is given. */
  isAccessor(property: t.ObjectProperty): boolean {
    return this.#accessors.has(property);
  }

  #add(occasion: Occasion, key: string | null, node: t.Node): void {
    const byKey = this.#by.get(occasion) ?? new Map<string | null, t.Node[]>();
    this.#by.set(occasion, byKey);
    const nodes = byKey.get(key);
    if (nodes) nodes.push(node);
    else byKey.set(key, [node]);
  }

  #addMember(node: Member): void {
    if (node.kind === 'get' || node.kind === 'set') this.#add(node.kind, keyOf(node), node);
    else if (node.generator) this.#add('iterate', null, node);
    else this.#addConversion(node, node);
    if (node.type === 'ObjectMethod') this.#addDescriptor(node, node);
  }

  #addValue(place: Place, value: t.Node): void {
    this.#addConversion(place, value);
    if (place.type === 'ObjectProperty') this.#addDescriptor(place, value);
  }

  #addConversion(place: Place, value: t.Node): void {
    const occasion = occasionOfKey.get(keyOf(place) ?? '');
    if (occasion !== undefined) this.#add(occasion, null, value);
  }

  /** `{ get: function () {} }`, or `{ get() {} }`, of a property descriptor. */
  #addDescriptor(place: t.ObjectProperty | t.ObjectMethod, value: t.Node): void {
    const kind = staticKey(place);
    const descriptor = parentOf(place);
    if ((kind !== 'get' && kind !== 'set') || descriptor?.type !== 'ObjectExpression') return;
    const key = keyDescribed(descriptor);
    if (key === undefined) return;
    this.#accessors.add(place);
    this.#add(kind, key, value);
  }
}

const none: readonly t.Node[] = [];

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
    if (kind !== undefined && key && value)
      yield { kind, key: literalKey(key), object: callee.object, value };
  }
}

/** `#name` for a private one, `Symbol.iterator` for `[Symbol.iterator]`, null for other computed ones. */
export function keyOf(place: Place | t.OptionalMemberExpression): string | null {
  const key = 'property' in place ? place.property : place.key;
  if (key.type === 'PrivateName') return `#${key.id.name}`;
  if (place.type !== 'ClassPrivateMethod' && place.computed && isSymbol(key)) {
    return `Symbol.${staticKey(key)}`;
  }
  return staticKey(place as Exclude<Place, t.ClassPrivateMethod>);
}

function isSymbol(key: t.Node): key is t.MemberExpression {
  return key.type === 'MemberExpression' && key.object.type === 'Identifier' && key.object.name === 'Symbol';
}

/**
 * The key of the property that a literal describes, null for a computed one; undefined where it seems to be no
 * descriptor: it is not handed to a function that takes one, and has no `enumerable` or `configurable` either.
 */
function keyDescribed(descriptor: t.ObjectExpression): string | null | undefined {
  const parent = parentOf(descriptor);
  if (parent?.type === 'CallExpression' && methodOf(parent) === 'defineProperty') {
    const key = parent.arguments[1];
    return key === undefined ? null : literalKey(key);
  }
  const call = parent?.type === 'ObjectProperty' ? parentOf(parentOf(parent)!) : null;
  if (call?.type === 'CallExpression' && takesDescriptors.has(methodOf(call) ?? ''))
    return keyOf(parent as t.ObjectProperty);
  const keys = descriptor.properties.map((property) =>
    property.type === 'SpreadElement' ? null : staticKey(property),
  );
  return keys.some((key) => key === 'enumerable' || key === 'configurable') ? null : undefined;
}

const takesDescriptors: ReadonlySet<string> = new Set(['create', 'defineProperties']);

function methodOf({ callee }: t.CallExpression): string | null {
  return callee.type === 'MemberExpression' ? staticKey(callee) : null;
}
