import type * as t from '@babel/types';
import { isFunction } from '../../../syntax/kinds.ts';
import type { Binding } from '../../../syntax/scope.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import type { ScanContext } from '../../context.ts';
import { functionsPassedThis } from '../../exports/this-telling.ts';
import { ANY_KEY } from '../../facts/keys.ts';
import type { Detached } from '../../facts.ts';
import { pathOfGlobal } from '../../free-names.ts';
import { ownerOfThis } from '../../owner.ts';
import { perScan } from '../../per-scan.ts';
import { assignedByKey } from '../../timeline/assigned.ts';
import { keyOf } from '../../timeline/puts.ts';
import { returnedBy } from '../../timeline/returned.ts';
import { listDeclaring } from '../../writes.ts';
import { readOnlyGlobals, writableGlobals } from '../free-names.ts';
import { declaredFunction, functionOf, literalOf, valuesOf } from '../own-functions.ts';
import { assignedToMemberOf, nameOf, sourceOf, valueIn } from './given-parts.ts';
import { givenByName, givenInPlace, handedBy, nameOfHolder, namesInCalls, putInto } from './handed-values.ts';
import { mayBeNothing } from './nothing.ts';
import { handingOut, rootOf } from './object-roots.ts';
import { methodOf, plainCalls } from './plain-roots.ts';
import {
  givenBack,
  iterated,
  keysSetting,
  sentToGenerators,
  settledWith,
  stepped,
  thrown,
} from './unseen-givers.ts';

/** All that may be called without an object, as far back as the file shows where that comes from. */
export interface PlainlyCalled {
  /** Functions of the file, each with a call. */
  readonly functions: ReadonlyMap<t.Node, t.Node>;
  /** What callers of a function of the file give it. */
  readonly parameters: readonly CalledParameter[];
  /** What is taken out of objects of other files, or of such that nobody knows. */
  readonly members: readonly Detached[];
}

export interface CalledParameter {
  readonly owner: t.Function;
  readonly index: number;
  /** All after it, too. */
  readonly isRest: boolean;
}

/**
 * Goes back from each plain call through variables, keys, lists, parameters and results. Objects are not told apart: what
 * is put under a key may be whatever is read under that key, and what is put into a list whatever is in one of that name.
 */
export const plainlyCalled: (scan: ScanContext) => PlainlyCalled = perScan((scan) => {
  const following = new Following(scan);
  for (const { callee, call } of plainCalls(scan)) following.start(callee, call);
  following.finish();
  return following;
});

class Following implements PlainlyCalled {
  readonly functions = new Map<t.Node, t.Node>();
  readonly parameters: CalledParameter[] = [];
  readonly members: Detached[] = [];
  readonly #scan: ScanContext;
  /** What was come by, with the call that it was on the way to. */
  readonly #found = new Map<t.Node, t.Node>();
  readonly #bindings = new Set<Binding>();
  /** What was followed by its name. */
  readonly #followed = new Set<string>();
  #call!: t.Node;

  constructor(scan: ScanContext) {
    this.#scan = scan;
  }

  start(callee: t.Node, call: t.Node): void {
    this.#call = call;
    this.#add(callee);
  }

  finish(): void {
    for (const [node, call] of this.#found) {
      this.#call = call;
      this.#follow(node);
    }
  }

  #add(...values: readonly (t.Node | null | undefined)[]): void {
    for (const value of values) {
      const node = value && unwrap(value);
      if (node && !this.#found.has(node)) this.#found.set(node, this.#call);
    }
  }

  /** What goes by a name, not by a node, leads to the same each time. */
  #isNew(name: string): boolean {
    if (this.#followed.has(name)) return false;
    this.#followed.add(name);
    return true;
  }

  #follow(node: t.Node): void {
    if (isFunction(node)) {
      this.functions.set(node, this.#call);
      this.#add(...functionsPassedThis(this.#scan, node));
      return;
    }
    switch (node.type) {
      case 'Identifier':
        this.#followName(node);
        break;
      case 'MemberExpression':
        this.#followMember(node);
        break;
      case 'CallExpression':
        this.#followCall(node);
        break;
      case 'NewExpression':
        // `new Proxy(f, {})`, `new Map([['key', f]])`
        if (pathOfGlobal(this.#scan, node.callee) !== null)
          this.#add(...node.arguments, ...settledWith(this.#scan, node));
        break;
      case 'ArrayExpression':
        this.#add(...node.elements);
        break;
      case 'ObjectExpression':
        for (const property of node.properties) this.#add(valueIn(property));
        break;
      case 'AssignmentExpression':
        this.#add(node.right);
        break;
      case 'ConditionalExpression':
        this.#add(node.consequent, node.alternate);
        break;
      case 'LogicalExpression':
        this.#add(node.left, node.right);
        break;
      case 'SequenceExpression':
        this.#add(node.expressions.at(-1));
        break;
      case 'AwaitExpression':
        this.#add(node.argument);
        break;
      case 'YieldExpression':
        this.#add(node.argument, ...sentToGenerators(this.#scan));
        break;
      case 'SpreadElement':
        this.#followIterated(node.argument);
        break;
      default:
    }
  }

  #followName(name: t.Identifier): void {
    const binding = this.#scan.scopes.referenceOf(name)?.binding;
    if (binding === undefined) return;
    this.#followHolder(name.name);
    if (binding === null) this.#followGlobal(name.name);
    else if (binding.kind === 'arguments') this.#followArguments(name, 0, true);
    else this.#followBinding(binding);
  }

  /** What is put into lists, maps and under computed keys of that name. */
  #followHolder(name: string): void {
    const put = putInto(this.#scan).get(name);
    if (put !== undefined && this.#isNew(`holder ${name}`)) this.#add(...put);
  }

  #followGlobal(name: string): void {
    if (readOnlyGlobals.has(name) || writableGlobals.has(name) || name === 'require') return;
    if (!this.#isNew(`global ${name}`)) return;
    for (const { node } of this.#scan.scopes.free.get(name) ?? []) this.#followTarget(node);
    this.#followKey(name, null);
  }

  #followBinding(binding: Binding): void {
    if (this.#bindings.has(binding)) return;
    this.#bindings.add(binding);
    this.#add(declaredFunction(binding));
    for (const declaration of binding.declarations) this.#followTarget(declaration);
    for (const { node } of binding.writes) this.#followTarget(node);
    if (valuesOf(binding).some(({ type }) => type === 'ObjectExpression'))
      for (const { node } of binding.references) this.#add(assignedToMemberOf(node));
  }

  /** What a name, or a part of a pattern, gets. */
  #followTarget(target: t.Node): void {
    const parent = parentOf(target);
    switch (parent?.type) {
      case 'VariableDeclarator':
        if (parent.id === target) this.#followDeclared(parent);
        break;
      case 'ForOfStatement':
        if (parent.left === target) this.#followIterated(parent.right);
        break;
      case 'CatchClause':
        this.#add(...thrown(this.#scan));
        break;
      case 'AssignmentExpression':
        if (parent.left === target) this.#add(parent.right);
        break;
      case 'AssignmentPattern':
        if (parent.left !== target) break;
        this.#add(parent.right);
        this.#followTarget(parent);
        break;
      case 'ObjectProperty':
        if (parent.value === target) this.#followProperty(parent);
        break;
      case 'ArrayPattern':
        this.#add(...iterated(this.#scan));
        this.#followTarget(parent);
        break;
      case 'ObjectPattern':
      case 'RestElement':
        this.#followTarget(parent);
        break;
      case 'ImportDefaultSpecifier':
      case 'ImportSpecifier':
        this.#followImport(parent);
        break;
      default:
        if (parent && isFunction(parent)) this.#followParameter(parent, target);
    }
  }

  #followDeclared(declarator: t.VariableDeclarator): void {
    const list = listDeclaring(declarator);
    if (list === null) this.#add(declarator.init);
    else this.#followIterated(list);
  }

  /** `for (const each of list)`, `[...list]` */
  #followIterated(list: t.Node): void {
    this.#add(list, ...iterated(this.#scan));
  }

  /** `{ key: name }` in a pattern */
  #followProperty(property: t.ObjectProperty): void {
    const pattern = parentOf(property)!;
    const key = keyOf(property);
    if (key === null) this.#followTarget(pattern);
    else this.#followKey(key, sourceOf(pattern));
  }

  #followImport(specifier: t.ImportDefaultSpecifier | t.ImportSpecifier): void {
    const from = (parentOf(specifier) as t.ImportDeclaration).source.start!;
    const key = specifier.type === 'ImportDefaultSpecifier' ? null : nameOf(specifier.imported);
    this.#addMember({ key, from });
  }

  #followParameter(owner: t.Function, parameter: t.Node): void {
    const index = (owner.params as readonly t.Node[]).indexOf(parameter);
    for (const key of keysSetting(this.#scan, owner)) this.#followOwnKey(key);
    if (index >= 0) this.#followArgument(owner, index, parameter.type === 'RestElement');
  }

  #followArguments(name: t.Node, index: number, isRest: boolean): void {
    const owner = ownerOfThis(name);
    if (isFunction(owner)) this.#followArgument(owner, index, isRest);
  }

  #followArgument(owner: t.Function, index: number, isRest: boolean): void {
    this.parameters.push({ owner, index, isRest });
    this.#add(...givenInPlace(owner, { index, isRest }));
    const names = namesInCalls(this.#scan, owner);
    if (this.#isNew(`arguments ${index} ${isRest} ${JSON.stringify([...names])}`))
      this.#add(...givenByName(this.#scan, names, { index, isRest }));
    this.#add(...handedBy(this.#scan, owner));
  }

  #followMember(member: t.MemberExpression): void {
    const key = keyOf(member as t.MemberExpression);
    const { object } = member;
    const isArguments =
      object.type === 'Identifier' && this.#scan.scopes.referenceOf(object)?.binding?.kind === 'arguments';
    if (isArguments) this.#followArguments(object, Number(key ?? 0), key === null);
    else if (key === null || /^\d+$/.test(key)) this.#followElement(object);
    else {
      this.#followHolder(nameOfHolder(member) ?? '');
      this.#followHolder(nameOfHolder(object) ?? '');
      this.#followKey(key, object);
    }
  }

  /** `object[index]` */
  #followElement(object: t.Node): void {
    const from = rootOf(this.#scan, object)?.from ?? null;
    if (from === null) this.#add(object);
    else this.#addMember({ key: ANY_KEY, from });
  }

  /** What is read under a key; the object is null where nobody can tell. */
  #followKey(key: string, object: t.Node | null): void {
    if (key === 'value' && object !== null) this.#add(stepped(object), ...iterated(this.#scan));
    const literal = object && literalOf(this.#scan, object);
    if (literal) this.#followLiteral(literal, key);
    const root = object === null ? anywhere : rootOf(this.#scan, object);
    if (root === null) return;
    if (root.from === null) this.#followOwnKey(key);
    if (!literal) this.#addMember({ key, from: root.from });
  }

  /** What the file itself puts under a key. */
  #followOwnKey(key: string): void {
    const puts = assignedByKey(this.#scan).get(key);
    if (puts === undefined || !this.#isNew(`key ${key}`)) return;
    for (const { kind, value } of puts) {
      if (kind === 'value') this.#add(value);
      else if (kind === 'get' && value && isFunction(value)) this.#add(...returnedBy(this.#scan, value));
    }
  }

  #followLiteral({ properties, start }: t.ObjectExpression, key: string): void {
    if (!this.#isNew(`literal ${start} ${key}`)) return;
    for (const property of properties) {
      if (property.type === 'SpreadElement') this.#followKey(key, property.argument);
      else if (keyOf(property) === null) this.#add(valueIn(property));
    }
  }

  #addMember(member: Detached): void {
    const text = member.key === null ? `module ${member.from}` : `member ${member.from} ${member.key}`;
    if (this.#isNew(text)) this.members.push(member);
  }

  #followCall(call: t.CallExpression): void {
    const method = methodOf(call);
    if (method?.key === 'bind') {
      if (mayBeNothing(this.#scan, call.arguments[0])) this.#add(method.object);
      return;
    }
    const callee = unwrap(call.callee);
    const own = functionOf(this.#scan, callee);
    if (own !== null) {
      if (isFunction(own)) this.#add(...givenBack(this.#scan, own));
      return;
    }
    if (callee.type === 'Import') return;
    if (callee.type === 'Identifier' && callee.name === 'require') {
      this.#addMember({ key: null, from: call.start! });
      return;
    }
    this.#followResult(call, method);
  }

  /** What comes out of a call of a function that is not known may be, or have in it, what that was given. */
  #followResult(call: t.CallExpression, method: ReturnType<typeof methodOf>): void {
    for (const given of call.arguments) {
      this.#add(given);
      if (isFunction(given)) this.#add(...returnedBy(this.#scan, given));
    }
    const key = method === null ? nameOfHolder(call.callee) : method.key;
    const root = rootOf(this.#scan, method?.object ?? call.callee);
    const isTakenOut = method !== null && handingOut.has(method.key ?? '');
    if (isTakenOut) this.#add(method.object);
    if (key === null || root === null) return;
    if (root.from === null) this.#followOwnResult(key);
    if (!isTakenOut) this.#addMember({ key: resultOf(key), from: root.from });
  }

  /** What is returned by the functions that the file itself puts under a key. */
  #followOwnResult(key: string): void {
    if (!this.#isNew(`result ${key}`)) return;
    for (const { value } of assignedByKey(this.#scan).get(key) ?? [])
      if (value && isFunction(value)) this.#add(...returnedBy(this.#scan, value));
  }
}

const anywhere = { from: null };

/** By which key what the function under a key returns is found. */
export function resultOf(key: string): string {
  return `${key}()`;
}
