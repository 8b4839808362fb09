import type * as t from '@babel/types';
import { alternativesOf } from '../../syntax/alternatives.ts';
import { declaredBinding } from '../../syntax/declared-binding.ts';
import { hasPrimitiveValue, isClass, isFunction } from '../../syntax/kinds.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import type { ScanContext } from '../context.ts';
import { isConstructor } from '../exports/given-away.ts';
import { isFreeName } from '../free-names.ts';
import { ownerOfThis } from '../owner.ts';
import { closing } from '../strict/writes/closing.ts';
import { keyOf } from '../timeline/puts.ts';
import type { Origin, Place } from './origin.ts';
import { classAround, constructorIn, World } from './world.ts';

/** What expressions denote, and what patterns take of that. */
export class Expressions extends World {
  readonly scan: ScanContext;

  constructor(scan: ScanContext, furthest: number) {
    super(furthest);
    this.scan = scan;
  }

  of(expression: t.Node): Place {
    const node = unwrap(expression);
    if (node.type === 'Identifier') return this.#ofName(node);
    return this.place(node, (place) => this.#fill(place, node));
  }

  /** What is under a key of whatever an expression may be; `null`: under any. */
  loadInto(place: Place, object: Place, key: string | null): void {
    this.graph.watch(object, (origin) => {
      this.graph.link(origin.found(key), place);
      if (key === 'prototype' && isMaker(origin)) this.graph.add(place, this.prototypeOf(origin.node));
    });
  }

  /** Puts something under a key of whatever an expression may be. */
  storeInto(object: Place, key: string | null, from: Place): void {
    this.graph.watch(object, (origin) => {
      this.put(origin, key, from);
      if (key === 'prototype' && isMaker(origin)) this.#inherit(this.madeBy(origin.node), from);
    });
  }

  /** Gives a variable, member or pattern what there is at a place. */
  assign(target: t.Node, from: Place): void {
    switch (target.type) {
      case 'Identifier':
        this.graph.link(from, this.variable(target));
        break;
      case 'MemberExpression':
        this.storeInto(this.of(target.object), keyOf(target), from);
        break;
      case 'AssignmentPattern':
        this.assign(target.left, from);
        this.assign(target.left, this.of(target.right));
        break;
      case 'RestElement':
        this.assign(target.argument, this.#rest(target, from));
        break;
      case 'ArrayPattern':
        for (const element of target.elements)
          if (element?.type === 'RestElement') this.assign(element, this.#member(element, from, null));
          else if (element) this.assign(element, this.#member(element, from, null));
        break;
      case 'ObjectPattern':
        for (const property of target.properties)
          if (property.type === 'RestElement') this.assign(property, this.#member(property, from, null));
          else this.assign(property.value, this.#member(property, from, keyOf(property)));
        break;
      default:
    }
  }

  /** Nobody calls methods of `module`; the exports are seen to elsewhere, and constructors have what `new` makes. */
  protected override isMethodOf(holder: Origin, fn: t.Function): boolean {
    const isOfModule = this.exports.values.has(holder) || this.#module.values.has(holder);
    return !isOfModule && !isConstructor(this.scan, fn);
  }

  /** What a name declares or refers to. */
  variable(name: t.Identifier): Place {
    const binding = this.#bindingOf(name);
    if (binding === null || binding === undefined) return this.#globals.put(name.name);
    return this.place(binding, (place) => this.#fillVariable(place, binding));
  }

  #ofName(name: t.Identifier): Place {
    const { scopes } = this.scan;
    if (isFreeName(name, 'exports', scopes)) return this.exports;
    if (isFreeName(name, 'module', scopes)) return this.#module;
    const binding = scopes.referenceOf(name)?.binding;
    if (!binding) return this.#ofGlobal(name.name);
    if (binding?.kind !== 'arguments') return this.variable(name);
    return this.argumentsOf(ownerOfThis(name));
  }

  #ofGlobal(name: string): Place {
    if (name === 'global' || name === 'globalThis')
      return this.place('globals', (place) => {
        this.graph.add(place, this.#globals);
        for (const own of ['Object', 'Reflect'])
          this.graph.link(this.#builtinOf(own), this.#globals.put(own));
      });
    if (name === 'Object' || name === 'Reflect') return this.#builtinOf(name);
    return this.#globals.found(name);
  }

  #builtinOf(name: string): Place {
    return this.place(`builtin ${name}`, (place) => {
      const object = this.origin(made('Identifier', name), 'builtin');
      this.graph.add(place, object);
      for (const method of closing) if (method) this.graph.add(object.put(method), this.#closing);
    });
  }

  argumentsOf(fn: t.Node): Place {
    return this.place(`arguments ${fn.start}`, (place) => this.graph.add(place, this.listOf(this.given(fn))));
  }

  /** A new list that has these. */
  listOf(elements: Place): Origin {
    const list = this.origin(made('ArrayExpression'));
    this.graph.link(elements, list.unnamed);
    return list;
  }

  /** What is thrown somewhere. */
  get thrown(): Place {
    return this.place('thrown');
  }

  get exports(): Place {
    return this.place('exports', (place) =>
      this.graph.add(place, this.origin(this.scan.scopes.program.node)),
    );
  }

  get #module(): Place {
    return this.place('module', (place) => {
      const module = this.origin(made('ObjectExpression'));
      this.graph.add(place, module);
      this.graph.link(this.exports, module.put('exports'));
    });
  }

  #bindingOf(name: t.Identifier): Binding | null | undefined {
    const known = this.scan.scopes.referenceOf(name)?.binding;
    if (known) return known;
    for (let at: t.Node | null = name; at !== null; at = parentOf(at)) {
      const declared = declaredBinding(name, this.scan.scopes.scopeOf(at));
      if (declared !== null) return declared;
      if (isFunction(at)) {
        const inner = declaredBinding(name, this.scan.scopes.scopeOf(at.body));
        if (inner !== null) return inner;
      }
    }
    return null;
  }

  #fillVariable(place: Place, binding: Binding): void {
    for (const name of binding.declarations) {
      const holder = parentOf(name);
      const isNamed = holder !== null && 'id' in holder && holder.id === name;
      if (isNamed && (isFunction(holder) || isClass(holder))) this.graph.link(this.of(holder), place);
      // Of what is given from outside, something may be put into it here.
      if (foreign.has(binding.kind) && !isGivenInPlace(name))
        this.graph.add(place, this.origin(name, 'foreign'));
    }
  }

  #member(node: t.Node, from: Place, key: string | null): Place {
    return this.place(node, (place) => this.loadInto(place, from, key));
  }

  #rest(node: t.Node, elements: Place): Place {
    const rest = this.origin(node);
    this.graph.link(elements, rest.unnamed);
    return this.place(rest, (place) => this.graph.add(place, rest));
  }

  #fill(place: Place, node: t.Node): void {
    if (hasPrimitiveValue(node)) {
      const isNothing =
        node.type === 'NullLiteral' || (node.type === 'UnaryExpression' && node.operator === 'void');
      if (!isNothing) this.graph.add(place, this.primitive);
      return;
    }
    switch (node.type) {
      case 'ThisExpression':
      case 'Super':
        this.graph.link(this.#thisAt(node), place);
        break;
      case 'MemberExpression':
        this.#fillMember(place, node);
        break;
      case 'ObjectExpression':
        this.#fillObject(node);
        this.graph.add(place, this.origin(node));
        break;
      case 'ArrayExpression':
        for (const element of node.elements) if (element) this.#addElement(this.origin(node), element);
        this.graph.add(place, this.origin(node));
        break;
      case 'ClassDeclaration':
      case 'ClassExpression':
        this.#fillClass(node);
        this.graph.add(place, this.origin(node));
        break;
      case 'ArrowFunctionExpression':
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ObjectMethod':
      case 'ClassMethod':
      case 'ClassPrivateMethod':
      case 'RegExpLiteral':
        this.graph.add(place, this.origin(node));
        break;
      case 'AwaitExpression':
        this.graph.link(this.of(node.argument), place);
        this.loadInto(place, this.of(node.argument), null);
        break;
      case 'YieldExpression':
      case 'ImportExpression':
        this.graph.add(place, this.origin(node, 'foreign'));
        break;
      default:
        for (const value of alternativesOf(node) ?? []) this.graph.link(this.of(value), place);
    }
  }

  get primitive(): Origin {
    return this.origin(this.#primitive, 'primitive');
  }

  readonly #primitive = made('NumericLiteral');
  readonly #globals = this.origin(made('ObjectExpression'));
  /** `Object.freeze` and the like. */
  readonly #closing = this.origin(made('Identifier', 'freeze'), 'builtin');

  #thisAt(node: t.Node): Place {
    const owner = ownerOfThis(node);
    if (owner.type === 'Program' || owner === this.scan.scopes.program.node) return this.exports;
    return this.receiver(owner);
  }

  #fillMember(place: Place, node: t.MemberExpression): void {
    const object = this.of(node.object);
    const key = keyOf(node);
    this.loadInto(place, object, key);
    if (key !== null) return;
    this.graph.watch(object, ({ kind }) => {
      if (kind === 'builtin') this.graph.add(place, this.#closing);
    });
  }

  #addElement(list: Origin, element: t.Node): void {
    if (element.type === 'SpreadElement') this.#spread(list, element.argument);
    else this.put(list, null, this.of(element));
  }

  #fillObject(node: t.ObjectExpression): void {
    const object = this.origin(node);
    for (const property of node.properties) {
      if (property.type === 'SpreadElement') this.#spread(object, property.argument);
      else if (property.type === 'ObjectMethod') this.#addMethod(object, property);
      else if (property.key.type === 'Identifier' && !property.computed && property.key.name === '__proto__')
        this.#inherit(object, this.of(property.value));
      else this.put(object, keyOf(property), this.of(property.value));
    }
  }

  #spread(into: Origin, from: t.Node): void {
    into.gain(null);
    this.loadInto(into.unnamed, this.of(from), null);
  }

  #addMethod(holder: Origin, method: t.ObjectMethod | t.ClassMethod | t.ClassPrivateMethod): void {
    const key = keyOf(method);
    holder.gain(key);
    this.graph.link(holder.receivers, this.receiver(method));
    if (method.kind === 'get') this.graph.link(this.result(method), holder.put(key));
    else if (method.kind === 'set') this.graph.link(holder.put(key), this.parameter(method, 0));
    else if (method.kind === 'method') this.put(holder, key, this.of(method));
  }

  #fillClass(node: t.Class): void {
    const made = this.madeBy(node);
    const prototype = this.prototypeOf(node);
    const own = this.origin(node);
    if (node.superClass) {
      this.#inherit(own, this.of(node.superClass));
      this.graph.watch(this.of(node.superClass), (base) => {
        if (!isMaker(base)) return;
        made.inheritFrom(this.madeBy(base.node));
        prototype.inheritFrom(this.prototypeOf(base.node));
      });
    }
    const first = constructorIn(node);
    if (first !== null) this.graph.link(made.receivers, this.receiver(first));
    for (const member of node.body.body) {
      const holder = 'static' in member && member.static ? own : made;
      if (member.type === 'ClassMethod' || member.type === 'ClassPrivateMethod')
        this.#addMethod(holder === own ? own : prototype, member);
      else if (member.type === 'StaticBlock') this.graph.link(own.receivers, this.receiver(member));
      else if ('value' in member) {
        this.graph.link(holder.receivers, this.receiver(member));
        if (member.value) this.put(holder, keyOf(member as t.ClassProperty), this.of(member.value));
      }
    }
  }

  #inherit(heir: Origin, from: Place): void {
    this.graph.watch(from, (base) => {
      if (base.kind !== 'primitive') heir.inheritFrom(base);
    });
  }

  /** What a call of `super` constructs as well. */
  superOf(node: t.Node): Place | null {
    const around = classAround(node);
    return around?.superClass ? this.of(around.superClass) : null;
  }
}

const foreign: ReadonlySet<string> = new Set(['catch', 'import', 'parameter']);

/** `(function (root) {})(this)` */
function isGivenInPlace(parameter: t.Identifier): boolean {
  const fn = parentOf(parameter);
  const call = fn !== null && isFunction(fn) ? parentOf(fn) : null;
  return call?.type === 'CallExpression' && call.callee === fn;
}

/** In place of what has no node of its own. */
function made(type: t.Node['type'], name = ''): t.Node {
  return { type, name, elements: [], properties: [] } as unknown as t.Node;
}

export function isClosing({ kind, node }: Origin): boolean {
  return kind === 'builtin' && node.type === 'Identifier' && node.name === 'freeze';
}

export function isMaker({ kind, node }: Origin): boolean {
  return kind === 'object' && (isFunction(node) || isClass(node));
}
