import type * as t from '@babel/types';

/**
 * The vocabulary of scope analysis: what a scope, a binding and a reference are.
 * Only types live here; `analyse.ts` fills them in during the one walk over a program.
 *
 * @see ECMA-262 §9.1 (Environment Records), §14.1.3 (hoisting of `var`), Annex B.3.2 (functions in blocks)
 */

/**
 * `program` is the function that Node wraps around a CommonJS file (or the module itself): what is declared there
 * belongs to the file, never to the global object. Its parameters (`exports`, `require`, `module` ...) have no binding,
 * so that they are free; a `var exports` makes one that starts with the wrapper's value. A function has one scope for
 * its parameters and, where its parameters have expressions, a second one (`function-body`) for its body; a named
 * function expression has one around both that holds just its name.
 */
export type ScopeKind =
  | 'program'
  | 'function'
  | 'function-body'
  | 'function-name'
  | 'block'
  | 'for'
  | 'switch'
  | 'catch'
  | 'class'
  | 'class-field'
  | 'class-static-block'
  | 'with'
  | 'type';

export interface Scope {
  readonly kind: ScopeKind;
  readonly node: t.Node;
  readonly parent: Scope | null;
  readonly children: Scope[];
  readonly bindings: Map<string, Binding>;
  /** Whether the code directly in this scope is strict mode code (ECMA-262 §11.2.2). */
  readonly strict: boolean;
  /** A direct `eval` call or a `with` somewhere inside lets names resolve at run time only. */
  dynamic: boolean;
}

export type BindingKind =
  | 'var'
  | 'let'
  | 'const'
  | 'using'
  | 'function'
  | 'class'
  | 'parameter'
  | 'catch'
  | 'import'
  | 'function-name'
  | 'class-name'
  /** The `arguments` object that every function but an arrow has; declared nowhere. */
  | 'arguments'
  /** What only types refer to: `import type`, `declare`, interfaces. No reference resolves to it. */
  | 'type';

export interface Binding {
  readonly name: string;
  /**
   * The first declaration's kind, except that a `function` declaration wins over a `var` or parameter of its
   * name. A function in a block of sloppy code has two bindings: the block's `function`, and the hoisted `var`, which
   * is `undefined` until the block is entered.
   */
  kind: BindingKind;
  readonly scope: Scope;
  /** The identifiers that declare it, in source order (`var x; var x;` has two). */
  readonly declarations: t.Identifier[];
  /** Every reference that resolves to it, in source order; a declarator with an initialiser counts as a write. */
  readonly references: Reference[];
  /** Those of them that are no mere reads. */
  readonly writes: Reference[];
}

export type Access = 'read' | 'write' | 'read-write';

export interface Reference {
  readonly name: string;
  readonly node: t.Identifier | t.JSXIdentifier;
  readonly access: Access;
  /** The initialising write of a declarator, parameter default or loop head, as opposed to an assignment. */
  readonly initialises: boolean;
  readonly scope: Scope;
  /** `null` where the name is free: a global, or one of the wrapper's `exports`, `require`, `module` ... */
  binding: Binding | null;
  /** Inside a `with` body, or below a scope with a direct `eval`: the binding is a guess. */
  readonly dynamic: boolean;
}
