import type * as t from '@babel/types';
import { ENTER } from './enter.ts';
import type { BlockFunction } from './hoist.ts';
import type { NodeLists } from './node-lists.ts';
import { joinChain } from './optional-chain.ts';
import { KEY, NAME, READ, type Role, SAME, TYPE } from './role.ts';
import { ReferenceRecord, type ScopeRecord } from './scope-record.ts';
import { type Shape, shapeOf } from './shape.ts';
import { setParent, setReference } from './tree.ts';

type Child = t.Node | null | undefined;
type Children = Readonly<Record<string, Child | readonly Child[]>>;

/**
 * The one walk over a program: parents before children, in source order, with a stack of its own, so that no nesting
 * that could be parsed is too deep. Every entry carries its scope, so that nothing has to be undone on the way out.
 */
export class Walk {
  readonly references: ReferenceRecord[] = [];
  readonly blockFunctions: BlockFunction[] = [];
  /** The nodes at which another scope begins than that of their parent. */
  readonly scopeStarts = new Map<t.Node, ScopeRecord>();

  readonly #lists: NodeLists;
  readonly #nodes: t.Node[] = [];
  readonly #roles: Role[] = [];
  readonly #scopes: ScopeRecord[] = [];
  #node!: t.Node;
  #shape!: Shape;
  #scope!: ScopeRecord;

  constructor(lists: NodeLists) {
    this.#lists = lists;
  }

  run(program: t.Program, scope: ScopeRecord): void {
    this.scopeStarts.set(program, scope);
    let node: t.Node | undefined = program;
    let role = READ;
    let inner = scope;
    while (node !== undefined) {
      this.#step(node, role, inner);
      node = this.#nodes.pop();
      role = this.#roles.pop()!;
      inner = this.#scopes.pop()!;
    }
  }

  #step(node: t.Node, role: Role, scope: ScopeRecord): void {
    joinChain(node);
    const shape = shapeOf(node.type);
    this.#node = node;
    this.#shape = shape;
    this.#scope = scope;
    this.#lists.add(shape, node);
    const before = this.#nodes.length;
    const enter = role === TYPE ? undefined : ENTER[shape.index];
    if (enter === undefined) this.children(role, scope);
    else enter(this, node, role, scope);
    this.#reverseFrom(before);
  }

  refer(node: t.Identifier | t.JSXIdentifier, role: Role, scope: ScopeRecord): void {
    const reference = new ReferenceRecord(node, role.access!, role.declares !== null, scope);
    this.references.push(reference);
    setReference(node, reference);
  }

  /** Goes on with all children of the node at hand, by the roles in the table. */
  children(role: Role, scope: ScopeRecord): void {
    const node = this.#node;
    const { keys, roles, isType } = this.#shape;
    for (let index = 0; index < keys.length; index++) {
      const value = (node as unknown as Children)[keys[index]!];
      if (value == null) continue;
      let next = roles[index]!;
      if (isType || role === TYPE) next = TYPE;
      else if (next === SAME) next = role;
      else if (next === KEY) next = (node as t.MemberExpression).computed ? READ : NAME;
      this.go(value, next, scope);
    }
  }

  /** Goes on with a child, or a list of them, in a role and a scope of the caller's choice. */
  go(child: Child | readonly Child[], role: Role, scope: ScopeRecord): void {
    if (Array.isArray(child)) {
      for (const one of child) if (one) this.#push(one, role, scope);
    } else if (child) {
      this.#push(child as t.Node, role, scope);
    }
  }

  #push(child: t.Node, role: Role, scope: ScopeRecord): void {
    setParent(child, this.#node);
    if (scope !== this.#scope) this.scopeStarts.set(child, scope);
    this.#nodes.push(child);
    this.#roles.push(role);
    this.#scopes.push(scope);
  }

  /** Children are pushed in source order; the first of them has to be on top. */
  #reverseFrom(from: number): void {
    const nodes = this.#nodes;
    const roles = this.#roles;
    const scopes = this.#scopes;
    for (let low = from, high = nodes.length - 1; low < high; low++, high--) {
      const node = nodes[low]!;
      const role = roles[low]!;
      const scope = scopes[low]!;
      nodes[low] = nodes[high]!;
      roles[low] = roles[high]!;
      scopes[low] = scopes[high]!;
      nodes[high] = node;
      roles[high] = role;
      scopes[high] = scope;
    }
  }
}
