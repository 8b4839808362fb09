import type * as t from '@babel/types';
import { wordsOf } from '../../../lists.ts';
import { staticKey } from '../../../syntax/keys.ts';
import { isFunction } from '../../../syntax/kinds.ts';
import type { Binding } from '../../../syntax/scope.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import { assignmentsByName } from '../../by-name.ts';
import type { ScanContext } from '../../context.ts';
import { pathOfGlobal } from '../../free-names.ts';
import { ownerOfThis } from '../../owner.ts';
import { stringMethods } from '../../timeline/known-globals.ts';
import { declaratorOf, loopDeclaring } from '../../writes.ts';
import { valuesOf } from '../own-functions.ts';
import { sourceOf } from './given-parts.ts';
import { givenByName, givenInPlace, handedBy, nameOfHolder, namesInCalls, putInto } from './handed-values.ts';
import { type ParameterPlace, placeOfParameter } from './parameter-places.ts';

/** Which expressions have primitive values, or lists of them, for all that the file shows. */

/** The constructor of the objects around such values. */
export type Wrapper = 'BigInt' | 'Boolean' | 'Number' | 'String' | 'Symbol';

/** That of what an expression may well be; null where it is an object, or nothing is known of it. */
export function wrapperOf(scan: ScanContext, expression: t.Node): Wrapper | null {
  return new Primitives(scan).of(expression);
}

/** That of what may well be in a list. */
export function wrapperOfElements(scan: ScanContext, list: t.Node): Wrapper | null {
  return new Primitives(scan).in(list);
}

const wrapperOfType: ReadonlyMap<string, Wrapper> = new Map([
  ['BigIntLiteral', 'BigInt'],
  ['BooleanLiteral', 'Boolean'],
  ['NumericLiteral', 'Number'],
  ['StringLiteral', 'String'],
  ['TemplateLiteral', 'String'],
  ['UpdateExpression', 'Number'],
]);

const wrapperOfUnary: ReadonlyMap<string, Wrapper> = new Map([
  ['!', 'Boolean'],
  ['+', 'Number'],
  ['-', 'Number'],
  ['typeof', 'String'],
  ['~', 'Number'],
]);

/** Those of the module wrapper, and of the language (ECMA-262 §19.1). */
const wrapperOfFree: ReadonlyMap<string, Wrapper> = new Map([
  ['Infinity', 'Number'],
  ['NaN', 'Number'],
  ['__dirname', 'String'],
  ['__filename', 'String'],
]);

/** Functions that give values of their kind when they are called without `new`. */
const givingThemselves: ReadonlyMap<string, Wrapper> = new Map(
  (['BigInt', 'Boolean', 'Number', 'String', 'Symbol'] as const).map((name) => [name, name]),
);

const givingStrings = new Set([...stringMethods, 'join', 'toString']);
const notGivingStrings = wordsOf(
  'charCodeAt codePointAt endsWith hasOwnProperty indexOf lastIndexOf slice split',
);

class Primitives {
  readonly #scan: ScanContext;
  readonly #seen = new Set<t.Node>();

  constructor(scan: ScanContext) {
    this.#scan = scan;
  }

  of(expression: t.Node): Wrapper | null {
    const node = this.#enter(expression);
    if (node === null) return null;
    switch (node.type) {
      case 'UnaryExpression':
        return wrapperOfUnary.get(node.operator) ?? null;
      case 'BinaryExpression':
        return node.operator === '+'
          ? 'String'
          : /^[!=<>]=|^[<>]$|^in/.test(node.operator)
            ? 'Boolean'
            : 'Number';
      case 'Identifier':
        return this.#ofName(node);
      case 'MemberExpression':
        return this.#ofMember(node);
      case 'CallExpression':
        return this.#ofCall(node);
      case 'ConditionalExpression':
        return this.of(node.consequent) ?? this.of(node.alternate);
      case 'LogicalExpression':
        return this.of(node.left) ?? this.of(node.right);
      default:
        return wrapperOfType.get(node.type) ?? null;
    }
  }

  in(list: t.Node): Wrapper | null {
    const node = this.#enter(list);
    switch (node?.type) {
      case 'ArrayExpression':
        return this.#any(node.elements.flatMap((element) => element ?? []));
      case 'StringLiteral':
      case 'TemplateLiteral':
        return 'String';
      case 'ObjectExpression':
        return this.#any(valuesIn(node));
      case 'Identifier':
        return this.#inAny(this.#valuesOfName(node));
      case 'MemberExpression':
        return this.#inAny(this.#valuesUnder(staticKey(node)));
      case 'CallExpression':
        return this.#inResult(node);
      case 'NewExpression':
        return this.#inEntries(node);
      default:
        return null;
    }
  }

  /** The node itself, the first time. */
  #enter(expression: t.Node): t.Node | null {
    const node = unwrap(expression);
    if (this.#seen.has(node)) return null;
    this.#seen.add(node);
    return node;
  }

  #any(values: readonly t.Node[]): Wrapper | null {
    for (const value of values) {
      const wrapper = this.of(value);
      if (wrapper !== null) return wrapper;
    }
    return null;
  }

  #inAny(lists: readonly t.Node[]): Wrapper | null {
    for (const list of lists) {
      const wrapper = this.in(list);
      if (wrapper !== null) return wrapper;
    }
    return null;
  }

  #ofName(name: t.Identifier): Wrapper | null {
    const binding = this.#scan.scopes.referenceOf(name)?.binding;
    if (!binding) return wrapperOfFree.get(name.name) ?? null;
    if (isKeyOfLoop(binding)) return 'String';
    const list = listOfElement(binding);
    if (list !== null) return this.in(list);
    return this.#any(this.#valuesOfName(name)) ?? this.#inAny(this.#listsTakenApart(binding));
  }

  #valuesOfName(name: t.Identifier): readonly t.Node[] {
    const binding = this.#scan.scopes.referenceOf(name)?.binding;
    if (!binding) return [];
    const place = binding.kind === 'parameter' ? placeOfParameter(binding) : null;
    return place === null ? valuesOf(binding) : [...defaultsOf(binding), ...this.#given(place)];
  }

  /** What callers of a function of the file give it. */
  #given({ owner, index }: ParameterPlace): readonly t.Node[] {
    const position = { index, isRest: false };
    return [
      ...givenInPlace(owner, position),
      ...givenByName(this.#scan, namesInCalls(this.#scan, owner), position),
    ];
  }

  /** `list` of `[name] = list`, and of `list.then((name) => …)` */
  #listsTakenApart({ declarations: [declaration] }: Binding): readonly t.Node[] {
    const holder = declaration ? parentOf(declaration) : null;
    if (holder?.type === 'ArrayPattern') {
      const source = sourceOf(holder);
      return source === null ? [] : [source];
    }
    return holder && isFunction(holder) && holder.params[0] === declaration
      ? handedBy(this.#scan, holder)
      : [];
  }

  /** `list[index]`, `literal.key` */
  #ofMember(member: t.MemberExpression): Wrapper | null {
    const key = staticKey(member);
    const given = this.#givenAmongArguments(member);
    if (given !== null) return this.#any(given);
    if (key === null) return this.in(member.object);
    if (key === 'length') return 'Number';
    const { object } = member;
    const literals = object.type === 'Identifier' ? this.#valuesOfName(object) : [object];
    return this.#any(
      literals.flatMap((literal) => (literal.type === 'ObjectExpression' ? valuesIn(literal, key) : [])),
    );
  }

  /** `arguments[0]`; null for any other member. */
  #givenAmongArguments({ object, property }: t.MemberExpression): readonly t.Node[] | null {
    const binding = object.type === 'Identifier' ? this.#scan.scopes.referenceOf(object)?.binding : null;
    if (binding?.kind !== 'arguments' || property.type !== 'NumericLiteral') return null;
    const owner = ownerOfThis(object);
    return isFunction(owner) ? this.#given({ owner, index: property.value }) : [];
  }

  #ofCall({ callee }: t.CallExpression): Wrapper | null {
    const own = givingThemselves.get(pathOfGlobal(this.#scan, callee) ?? '');
    if (own !== undefined) return own;
    const method = callee.type === 'MemberExpression' ? staticKey(callee) : null;
    if (callee.type === 'MemberExpression' && method === 'get')
      return (
        this.#any(putInto(this.#scan).get(nameOfHolder(callee.object) ?? '') ?? []) ?? this.in(callee.object)
      );
    return method !== null && givingStrings.has(method) && !notGivingStrings.has(method) ? 'String' : null;
  }

  /** `Object.keys(object)`, `text.split(',')`, `list.slice(1)` */
  #inResult({ callee, arguments: [first] }: t.CallExpression): Wrapper | null {
    if (callee.type !== 'MemberExpression') return null;
    if (first && pathOfGlobal(this.#scan, callee) === 'Promise.resolve') return this.of(first);
    const method = staticKey(callee) ?? '';
    if (method === 'split' || givingNames.has(pathOfGlobal(this.#scan, callee) ?? '')) return 'String';
    return givingSame.has(method) ? this.in(callee.object) : null;
  }

  /** `new Set(['value'])`, `new Map([['key', 'value']])` */
  #inEntries({ arguments: [list] }: t.NewExpression): Wrapper | null {
    if (list?.type !== 'ArrayExpression') return null;
    const values = list.elements.flatMap((element) =>
      element?.type === 'ArrayExpression' ? (element.elements[1] ?? []) : (element ?? []),
    );
    return this.#any(values);
  }

  /** Lists that the file puts under a key, on whatever object. */
  #valuesUnder(key: string | null): readonly t.Node[] {
    if (key === null) return [];
    return assignmentsByName(this.#scan)
      .of(key)
      .flatMap(({ left, right }) =>
        left.type === 'MemberExpression' && right.type === 'ArrayExpression' ? [right] : [],
      );
  }
}

/** `value` of `(name = value) => …` */
function defaultsOf({ declarations: [declaration] }: Binding): readonly t.Node[] {
  const holder = declaration ? parentOf(declaration) : null;
  return holder?.type === 'AssignmentPattern' && holder.left === declaration ? [holder.right] : [];
}

const givingNames = wordsOf('Object.getOwnPropertyNames Object.keys');
const givingSame = wordsOf('concat filter reverse slice sort');

function valuesIn({ properties }: t.ObjectExpression, key?: string): readonly t.Node[] {
  return properties.flatMap((property) =>
    property.type === 'ObjectProperty' && (key === undefined || staticKey(property) === key)
      ? [property.value]
      : [],
  );
}

/** `for (const key in object)` */
function isKeyOfLoop({ writes: [write] }: Binding): boolean {
  const loop = write ? loopOf(write.node) : null;
  return loop?.type === 'ForInStatement';
}

const visiting = wordsOf('every filter find findIndex findLast flatMap forEach map some');

/** The list of which a variable is an element: `for (const element of list)`, `list.forEach((element) => …)`. */
export function listOfElement({ declarations: [declaration], writes: [write] }: Binding): t.Node | null {
  const loop = write ? loopOf(write.node) : null;
  if (loop?.type === 'ForOfStatement') return loop.right;
  const fn = declaration ? parentOf(declaration) : null;
  const call = fn && isFunction(fn) && fn.params[0] === declaration ? parentOf(fn) : null;
  if (call?.type !== 'CallExpression' || call.arguments[0] !== fn) return null;
  const { callee } = call;
  return callee.type === 'MemberExpression' && visiting.has(staticKey(callee) ?? '') ? callee.object : null;
}

function loopOf(name: t.Node): t.ForInStatement | t.ForOfStatement | null {
  const declarator = declaratorOf(name);
  if (declarator !== null) return declarator.id === name ? loopDeclaring(declarator) : null;
  const loop = parentOf(name);
  const isLoop = loop?.type === 'ForInStatement' || loop?.type === 'ForOfStatement';
  return isLoop && loop.left === name ? loop : null;
}
