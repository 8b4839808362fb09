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
import { stringMethods } from '../../timeline/known-globals.ts';
import { declaratorOf, loopDeclaring } from '../../writes.ts';
import { argumentsFor, valuesOf } from '../own-functions.ts';

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
    if (!binding) return null;
    if (isKeyOfLoop(binding)) return 'String';
    const list = listOfElement(binding);
    return list === null ? this.#any(this.#valuesOfName(name)) : this.in(list);
  }

  #valuesOfName(name: t.Identifier): readonly t.Node[] {
    const binding = this.#scan.scopes.referenceOf(name)?.binding;
    if (!binding) return [];
    return binding.kind === 'parameter' ? argumentsFor(this.#scan, binding) : valuesOf(binding);
  }

  /** `list[index]`, `literal.key` */
  #ofMember(member: t.MemberExpression): Wrapper | null {
    const key = staticKey(member);
    if (key === null) return this.in(member.object);
    if (key === 'length') return 'Number';
    const { object } = member;
    const literals = object.type === 'Identifier' ? this.#valuesOfName(object) : [object];
    return this.#any(
      literals.flatMap((literal) => (literal.type === 'ObjectExpression' ? valuesIn(literal, key) : [])),
    );
  }

  #ofCall({ callee }: t.CallExpression): Wrapper | null {
    const own = givingThemselves.get(pathOfGlobal(this.#scan, callee) ?? '');
    if (own !== undefined) return own;
    const method = callee.type === 'MemberExpression' ? staticKey(callee) : null;
    return method !== null && givingStrings.has(method) && !notGivingStrings.has(method) ? 'String' : null;
  }

  /** `Object.keys(object)`, `text.split(',')`, `list.slice(1)` */
  #inResult({ callee }: t.CallExpression): Wrapper | null {
    if (callee.type !== 'MemberExpression') return null;
    const method = staticKey(callee) ?? '';
    if (method === 'split' || givingNames.has(pathOfGlobal(this.#scan, callee) ?? '')) return 'String';
    return givingSame.has(method) ? this.in(callee.object) : null;
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
