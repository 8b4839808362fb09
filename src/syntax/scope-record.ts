import type * as t from '@babel/types';
import type { Access, Binding, BindingKind, Reference, Scope, ScopeKind } from './scope.ts';

/** Scopes, bindings and references while the walk fills them in; everybody else sees the types of `scope.ts`. */
export class ScopeRecord implements Scope {
  readonly kind: ScopeKind;
  readonly node: t.Node;
  readonly parent: ScopeRecord | null;
  readonly children: ScopeRecord[] = [];
  readonly bindings = new Map<string, BindingRecord>();
  readonly strict: boolean;
  dynamic = false;
  /** The scope that a `var` here is hoisted to. */
  readonly hoistTarget: ScopeRecord;
  /** A sloppy direct `eval` may add variables here, so that a name not found here may still be here at run time. */
  extensible = false;

  constructor(kind: ScopeKind, node: t.Node, parent: ScopeRecord | null, strict: boolean) {
    this.kind = kind;
    this.node = node;
    this.parent = parent;
    this.strict = strict;
    this.hoistTarget = parent === null || HOIST_TARGETS.has(kind) ? this : parent.hoistTarget;
    parent?.children.push(this);
  }
}

const HOIST_TARGETS = new Set<ScopeKind>([
  'program',
  'function',
  'function-body',
  'class-field',
  'class-static-block',
]);

export class BindingRecord implements Binding {
  readonly name: string;
  kind: BindingKind;
  readonly scope: ScopeRecord;
  readonly declarations: t.Identifier[] = [];
  readonly references: ReferenceRecord[] = [];
  readonly writes: ReferenceRecord[] = [];

  constructor(name: string, kind: BindingKind, scope: ScopeRecord) {
    this.name = name;
    this.kind = kind;
    this.scope = scope;
  }
}

export class ReferenceRecord implements Reference {
  readonly name: string;
  readonly node: t.Identifier | t.JSXIdentifier;
  readonly access: Access;
  readonly initialises: boolean;
  readonly scope: ScopeRecord;
  binding: BindingRecord | null = null;
  dynamic = false;

  constructor(
    node: t.Identifier | t.JSXIdentifier,
    access: Access,
    initialises: boolean,
    scope: ScopeRecord,
  ) {
    this.name = node.name;
    this.node = node;
    this.access = access;
    this.initialises = initialises;
    this.scope = scope;
  }
}
