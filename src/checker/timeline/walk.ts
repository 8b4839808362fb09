import type * as t from '@babel/types';
import { literalKey, staticKey } from '../../syntax/keys.ts';
import { isField, isFunction } from '../../syntax/kinds.ts';
import { eachChild } from '../../syntax/tree.ts';
import { stateBehind } from './asked-state.ts';
import { performCall, performUnseen } from './calls.ts';
import type { LoadEvent } from './event.ts';
import { conversionOf, isSharedRead, readOf, writeTo } from './judge.ts';
import { isNewList } from './new-lists.ts';
import { isSymbol, keyOf, keyRead } from './puts.ts';
import { rules } from './rules.ts';
import type { Summaries } from './summaries.ts';
import type { Occasion } from './unseen.ts';
import { optionsOf, unknown, type Value } from './value.ts';

/** Evaluates code in the order in which the engine would, without values, and notes what happens. */
export class Walk {
  readonly events: LoadEvent[] = [];
  readonly #summaries: Summaries;

  constructor(summaries: Summaries) {
    this.#summaries = summaries;
  }

  visit(node: t.Node | null | undefined): void {
    if (!node) return;
    const rule = rules[node.type] as ((walk: Walk, node: t.Node) => void) | undefined;
    if (rule) rule(this, node);
    else eachChild(node, (child) => this.visit(child));
  }

  visitAll(nodes: readonly (t.Node | null)[]): void {
    for (const node of nodes) this.visit(node);
  }

  add(events: readonly LoadEvent[]): void {
    for (const event of events) this.events.push(event);
  }

  /** What was thrown since is caught. */
  catchFrom(start: number): void {
    const thrown = (event: LoadEvent): boolean => event.kind === 'effect' && event.effect.kind === 'throw';
    this.add(this.events.splice(start).filter((event) => !thrown(event)));
  }

  call(node: t.CallExpression | t.NewExpression): void {
    this.add(performCall(this.#summaries, node));
  }

  /**
   * Evaluates an assignment target, and later tells what the assignment does.
   *
   * @param value what is taken apart, where the target is a pattern
   */
  target(node: t.Node, value: Value = unknown): void {
    switch (node.type) {
      case 'Identifier':
        this.add(this.#assign(node));
        return;
      case 'MemberExpression':
        this.memberTarget(node);
        this.write(node, node);
        return;
      case 'AssignmentPattern':
        this.visit(node.right);
        this.target(node.left, value);
        return;
      case 'RestElement':
        this.target(node.argument);
        return;
      case 'ArrayPattern':
        this.readAll('iterate', node, value);
        for (const element of node.elements) if (element) this.target(element);
        return;
      case 'ObjectPattern':
        for (const property of node.properties) this.#propertyTarget(property, value);
        return;
      case 'VariableDeclaration':
        for (const { id } of node.declarations) this.target(id);
        return;
      default:
        this.visit(node);
    }
  }

  /** Evaluates the object and key of `object.key = …`; of a global path no more is read than that it is there. */
  memberTarget(node: t.MemberExpression): void {
    if (!this.isGlobal(node.object)) this.visit(node.object);
    if (node.computed) this.key(node.property);
  }

  /** Evaluates a computed key, which makes a text of what is no symbol (ECMA-262 §7.1.19). */
  key(node: t.Node): void {
    this.visit(node);
    if (literalKey(node) === null && !isSymbol(node)) this.unseen('convert', node);
  }

  #propertyTarget(property: t.ObjectProperty | t.RestElement, object: Value): void {
    if (property.type === 'RestElement') {
      if (!isForeign(object)) this.unseen('get', property);
      this.add(readOf(object, null, property));
      this.target(property);
      return;
    }
    if (property.computed) this.key(property.key);
    if (!isForeign(object)) this.unseen('get', property, keyOf(property), object);
    this.add(readOf(object, staticKey(property), property));
    this.target(property.value, this.#summaries.values.member(object, staticKey(property)));
  }

  #assign(node: t.Identifier): readonly LoadEvent[] {
    return this.#summaries.values.isGlobalVariable(node) ? writeTo(globalObject, node.name, node) : [];
  }

  /** The write to `object.key` that `place` makes. */
  write(member: t.MemberExpression, place: t.Node): void {
    const object = this.#summaries.values.of(member.object);
    this.access('set', member, object);
    // A list makes a number of its new length (ECMA-262 §10.4.2.4, ArraySetLength).
    if (staticKey(member) === 'length' && this.#summaries.unseen.changesBuiltins)
      this.unseen('convert', place);
    this.add(writeTo(object, staticKey(member), place));
  }

  /** Runs the accessors that reading or writing a member may run: those of the file with its key. */
  access(
    occasion: 'get' | 'set',
    member: t.MemberExpression,
    object = this.#summaries.values.of(member.object),
  ): void {
    if (!isForeign(object)) this.unseen(occasion, member, keyOf(member), object);
    if (occasion === 'get') this.#readMember(object, keyRead(member), member);
  }

  /** A class has what its base has. */
  #readMember(
    object: Value,
    key: string | null,
    place: t.Node,
    derived: ReadonlySet<t.Node> = new Set(),
  ): void {
    this.add(readOf(object, key, place));
    for (const option of optionsOf(object)) {
      const { node } = option.kind === 'function' ? option : { node: null };
      if (node === null || isFunction(node) || !node.superClass || derived.has(node)) continue;
      this.#readMember(this.valueOf(node.superClass), key, place, new Set(derived).add(node));
    }
  }

  /** Goes through a value by its iterator; that of a list that stands there is the language's. */
  goThrough(place: t.Node, iterated: t.Node): void {
    if (!isNewList(iterated, this.#summaries.values)) this.readAll('iterate', place, this.valueOf(iterated));
  }

  /** Looks through a whole value, and runs what the language calls of itself to do so. */
  readAll(occasion: Occasion, place: t.Node, value: Value): void {
    this.unseen(occasion, place);
    if (occasion === 'get') this.add(readOf(value, null, place));
    else this.add(conversionOf(value, place));
    if (occasion === 'iterate' && isUnknown(value)) this.add(readOf(unknown, 'length', place));
  }

  /** Runs what the language calls of itself on an occasion. */
  unseen(occasion: Occasion, place: t.Node, key: string | null = null, receiver: Value = unknown): void {
    this.add(performUnseen(this.#summaries, { occasion, key, receiver, place }));
  }

  /** `{ get: getter }`: what a caller hands over as an accessor counts as called here. */
  describe(property: t.ObjectProperty): void {
    const value = this.#summaries.values.of(property.value);
    if (value.kind !== 'parameter' || !this.#summaries.unseen.isAccessor(property)) return;
    this.events.push({
      kind: 'call',
      callee: value,
      method: undefined,
      given: [],
      receiver: unknown,
      node: property,
    });
  }

  read(node: t.Identifier | t.MemberExpression): void {
    const value = this.#summaries.values.of(node);
    if (value.kind !== 'global' || !isSharedRead(value.name)) return;
    this.events.push({ kind: 'read', of: stateBehind(value, node, this.#summaries.values), key: null, node });
  }

  /** Visits one of two branches where the file's being CommonJS decides, else both. */
  branch(test: t.Node, whenTrue: t.Node | null | undefined, whenFalse: t.Node | null | undefined): void {
    const truth = this.#summaries.values.truthOf(test);
    if (truth !== false) this.visit(whenTrue);
    if (truth !== true) this.visit(whenFalse);
  }

  isGlobal(node: t.Node): boolean {
    return this.valueOf(node).kind === 'global';
  }

  valueOf(node: t.Node): Value {
    return this.#summaries.values.of(node);
  }
}

function isUnknown(value: Value): boolean {
  return optionsOf(value).some(({ kind }) => kind === 'unknown');
}

/** Not an object that the file made. */
function isForeign(value: Value): boolean {
  return value.kind === 'global' || (value.kind === 'required' && !value.result);
}

const globalObject: Value = { kind: 'global', name: 'globalThis' };

/** The parts of a function that run when it is called. */
export function visitCalled(walk: Walk, node: t.Function | t.Class): void {
  if (isFunction(node)) {
    for (const [index, parameter] of node.params.entries()) {
      if (parameter.type !== 'Identifier')
        walk.target(parameter, { kind: 'parameter', owner: node, index, path: [] });
    }
    walk.visit(node.body);
    return;
  }
  for (const element of node.body.body) {
    if (element.type === 'ClassMethod' && element.kind === 'constructor') visitCalled(walk, element);
    else if (isField(element) && !element.static) walk.visit(element.value);
  }
}
