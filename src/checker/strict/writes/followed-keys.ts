import type * as t from '@babel/types';
import { addTo } from '../../../lists.ts';
import { staticKey } from '../../../syntax/keys.ts';
import { isFunction } from '../../../syntax/kinds.ts';
import type { Binding } from '../../../syntax/scope.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import type { ScanContext } from '../../context.ts';
import { nodesOf } from '../../nodes.ts';
import { functionAround, ownerOfThis } from '../../owner.ts';
import { perScan } from '../../per-scan.ts';
import { argumentsFor, functionOf, valuesOf } from '../own-functions.ts';
import { closing } from './closing.ts';
import { closesUnknownKey } from './defined-keys.ts';
import {
  anyOf,
  every,
  fixedLater,
  fixingCalls,
  type KeySet,
  keysOfCall,
  mayComeBefore,
  none,
} from './fixed-keys.ts';
import { callsOfObject, methodOfObject } from './object-calls.ts';

/**
 * Which keys of the object that an expression denotes reject writes because functions of the file made or got it:
 * `const o = make();` where `make` returns something frozen, or `fix(o)` where `fix` freezes its argument.
 *
 * It may be one of several objects, and then the keys of all of them count: what is asked for is a possible error.
 */
export function followedKeys(scan: ScanContext, expression: t.Node, use: t.Node = expression): KeySet {
  return hasFixing(scan) ? new Follower(scan, use).follow(expression) : none;
}

/** Which keys of what expressions denote functions of the file close, by the time that all of it has run. */
export function followedInTheEnd(scan: ScanContext, expressions: readonly t.Node[]): readonly KeySet[] {
  if (!hasFixing(scan)) return [];
  const follower = new Follower(scan, null);
  return expressions.map((expression) => follower.follow(expression));
}

/** Whether some function of the file returns a function or class that the file shows. */
export function handsOutFunctions(scan: ScanContext): boolean {
  return handedOut(scan).some((value) => functionOf(scan, value) !== null);
}

/** What functions of the file return. */
export function handedOut(scan: ScanContext): readonly t.Node[] {
  const returned = nodesOf(scan, 'ReturnStatement').flatMap(({ argument }) => argument ?? []);
  return [...returned, ...nodesOf(scan, 'ArrowFunctionExpression').map(({ body }) => body)];
}

const fixing: ReadonlySet<string | null> = new Set(['defineProperties', 'defineProperty', ...closing]);

/** Whether the file calls what closes objects, or keys of them. */
export const hasFixing = perScan((scan) =>
  callsOfObject(scan).some((call) => fixing.has(methodOfObject(scan, call))),
);

class Follower {
  readonly #scan: ScanContext;
  readonly #use: t.Node | null;
  readonly #seen = new Set<t.Node>();

  /** @param use where the object is written to; null: at the very end */
  constructor(scan: ScanContext, use: t.Node | null) {
    this.#scan = scan;
    this.#use = use;
  }

  follow(expression: t.Node): KeySet {
    const node = unwrap(expression);
    if (this.#seen.has(node)) return none;
    this.#seen.add(node);
    switch (node.type) {
      case 'Identifier':
        return this.#ofIdentifier(node);
      case 'ThisExpression':
        return this.#ofThis(node);
      case 'MemberExpression':
        return this.#ofMember(node);
      case 'CallExpression':
        return this.#ofCall(node);
      case 'NewExpression':
        return closedInConstructors(this.#scan).get(functionOf(this.#scan, node.callee) ?? node) ?? none;
      case 'AssignmentExpression':
        return this.follow(node.right);
      case 'ConditionalExpression':
        return anyOf([this.follow(node.consequent), this.follow(node.alternate)]);
      case 'LogicalExpression':
        return anyOf([this.follow(node.left), this.follow(node.right)]);
      default:
        return none;
    }
  }

  #ofIdentifier(node: t.Identifier): KeySet {
    const binding = this.#scan.scopes.referenceOf(node)?.binding;
    if (!binding) return none;
    const values = binding.kind === 'parameter' ? argumentsFor(this.#scan, binding) : valuesOf(binding);
    return anyOf([
      ...values.map((value) => this.follow(value)),
      ...this.#fixedItself(binding),
      ...this.#fixedByHelpers(binding),
    ]);
  }

  #fixedItself(binding: Binding): readonly KeySet[] {
    if (this.#use !== null) return fixedLater(this.#scan, binding, this.#use);
    return fixingCalls(this.#scan, binding).map((call) => this.#keysOfCall(call));
  }

  /** Once all has run, a key that the file does not tell may be any. */
  #keysOfCall(call: t.CallExpression): KeySet {
    return this.#use === null ? keysOfAnyCall(this.#scan, call) : keysOfCall(this.#scan, call);
  }

  /** `fix(o)` with `function fix(x) { Object.freeze(x); }` */
  #fixedByHelpers({ references }: Binding): readonly KeySet[] {
    return references.flatMap(({ node }) => {
      const call = parentOf(node);
      if (call?.type !== 'CallExpression' || call.callee === node || this.#seen.has(call)) return [];
      if (this.#use !== null && !mayComeBefore(call, this.#use)) return [];
      const parameter = parameterOf(this.#scan, call, node);
      if (parameter === null) return [];
      return fixingCalls(this.#scan, parameter).map((fix) => this.#keysOfCall(fix));
    });
  }

  #ofCall(node: t.CallExpression): KeySet {
    if (methodOfObject(this.#scan, node) !== null) return this.#keysOfCall(node);
    const fn = functionOf(this.#scan, node.callee);
    if (fn === null || !isFunction(fn)) return none;
    return anyOf(valuesReturned(this.#scan, fn).map((value) => this.follow(value)));
  }

  /** `config.inner` with `const config = { inner: Object.freeze({}) }` */
  #ofMember(node: t.MemberExpression): KeySet {
    const key = staticKey(node);
    if (key === null || node.object.type !== 'Identifier') return none;
    const binding = this.#scan.scopes.referenceOf(node.object)?.binding;
    const literals = binding ? valuesOf(binding) : [];
    return anyOf(
      literals.flatMap((literal) =>
        literal.type === 'ObjectExpression' ? valuesIn(literal, key).map((value) => this.follow(value)) : [],
      ),
    );
  }

  /** In a method of a class whose constructor freezes what it makes. */
  #ofThis(node: t.ThisExpression): KeySet {
    const owner = ownerOfThis(node);
    const body = owner.type === 'ClassMethod' && owner.kind !== 'constructor' ? parentOf(owner) : null;
    const made = body === null ? null : parentOf(body);
    return (made && closedInConstructors(this.#scan).get(made)) ?? none;
  }
}

/** Which keys the file itself closes, sooner or later, of what a variable holds, is made by a call, or by a constructor. */
export function keysClosedAt(scan: ScanContext, node: t.Node): KeySet {
  if (!hasFixing(scan)) return none;
  switch (node.type) {
    case 'Identifier': {
      const binding = scan.scopes.referenceOf(node)?.binding;
      return binding ? keysClosedOf(scan, binding) : none;
    }
    case 'CallExpression':
      return methodOfObject(scan, node) === null ? none : keysOfAnyCall(scan, node);
    case 'NewExpression':
      return closedInConstructors(scan).get(functionOf(scan, node.callee) ?? node) ?? none;
    default:
      return none;
  }
}

function keysClosedOf(scan: ScanContext, binding: Binding): KeySet {
  const known = keysByBinding(scan).get(binding);
  if (known !== undefined) return known;
  const closing = [binding, ...helpedBy(scan, binding)].flatMap((each) => fixingCalls(scan, each));
  const keys = anyOf(closing.map((call) => keysOfAnyCall(scan, call)));
  keysByBinding(scan).set(binding, keys);
  return keys;
}

const keysByBinding = perScan(() => new Map<Binding, KeySet>());

/** The parameters that functions of the file get it for. */
function helpedBy(scan: ScanContext, { references }: Binding): ReadonlySet<Binding> {
  const parameters = references.flatMap(({ node }) => {
    const call = parentOf(node);
    return call?.type === 'CallExpression' && call.callee !== node
      ? (parameterOf(scan, call, node) ?? [])
      : [];
  });
  return new Set(parameters);
}

function valuesIn({ properties }: t.ObjectExpression, key: string): readonly t.Node[] {
  return properties.flatMap((property) =>
    property.type === 'ObjectProperty' && staticKey(property) === key ? [property.value] : [],
  );
}

function parameterOf(scan: ScanContext, call: t.CallExpression, argument: t.Node): Binding | null {
  const fn = functionOf(scan, call.callee);
  if (fn === null || !isFunction(fn)) return null;
  const parameter = fn.params[(call.arguments as readonly t.Node[]).indexOf(argument)];
  if (parameter?.type !== 'Identifier') return null;
  for (const name of [scan.scopes.scopeOf(parameter), scan.scopes.scopeOf(fn.body)]) {
    const binding = name.bindings.get(parameter.name);
    if (binding?.declarations.includes(parameter)) return binding;
  }
  return null;
}

/** What calls of a function give. */
export function valuesReturned(scan: ScanContext, fn: t.Function): readonly t.Node[] {
  return fn.body.type === 'BlockStatement' ? (returnsByFunction(scan).get(fn) ?? []) : [fn.body];
}

const returnsByFunction = perScan((scan): ReadonlyMap<t.Node, readonly t.Node[]> => {
  const returned = new Map<t.Node, t.Node[]>();
  for (const statement of nodesOf(scan, 'ReturnStatement')) {
    const owner = functionAround(statement);
    if (statement.argument) addTo(returned, owner, statement.argument);
  }
  return returned;
});

/** What constructors close of what they make: `function P() { Object.freeze(this); }`; classes as a whole. */
export const closedInConstructors = perScan((scan): ReadonlyMap<t.Node, KeySet> => {
  const keys = new Map<t.Node, KeySet[]>();
  for (const { made, keys: own } of receiversClosed(scan)) addTo(keys, made, own);
  return new Map([...keys].map(([made, own]) => [made, anyOf(own)]));
});

/** The same call by call. */
export const receiversClosed = perScan((scan) =>
  callsOfObject(scan).flatMap((call) => {
    if (call.arguments[0]?.type !== 'ThisExpression' || !fixing.has(methodOfObject(scan, call))) return [];
    const owner = ownerOfThis(call);
    const made = owner.type === 'ClassMethod' ? parentOf(parentOf(owner)!) : owner;
    return made === null ? [] : [{ made, call, keys: keysOfThisCall(scan, call) }];
  }),
);

/** What a subclass adds, or the constructor itself did before, is not looked for. */
function keysOfThisCall(scan: ScanContext, call: t.CallExpression): KeySet {
  return closing.has(methodOfObject(scan, call)) ? every : keysOfAnyCall(scan, call);
}

function keysOfAnyCall(scan: ScanContext, call: t.CallExpression): KeySet {
  return closesUnknownKey(scan, call) ? every : keysOfCall(scan, call);
}
