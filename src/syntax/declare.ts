import type * as t from '@babel/types';
import type { BindingKind } from './scope.ts';
import { BindingRecord, type ScopeRecord } from './scope-record.ts';

/** Kinds whose binding a function declaration of the same name takes over: it has the function from the start. */
const YIELDS_TO_FUNCTION = new Set<BindingKind>(['var', 'parameter', 'type']);

/**
 * Declares a name: a `var` in the scope that it is hoisted to, everything else in `scope` itself.
 *
 * @see ECMA-262 §8.2.6 (VarDeclaredNames), §10.2.11 (FunctionDeclarationInstantiation)
 */
export function declare(scope: ScopeRecord, kind: BindingKind, id: t.Identifier): void {
  addDeclaration(kind === 'var' ? scope.hoistTarget : scope, kind, id);
}

/** Adds a declaration to a scope, making the binding where it is the first of its name. */
export function addDeclaration(scope: ScopeRecord, kind: BindingKind, id: t.Identifier): void {
  let binding = scope.bindings.get(id.name);
  if (binding === undefined) {
    binding = new BindingRecord(id.name, kind, scope);
    scope.bindings.set(id.name, binding);
  } else if (binding.kind === 'type' || (kind === 'function' && YIELDS_TO_FUNCTION.has(binding.kind))) {
    binding.kind = kind;
  }
  binding.declarations.push(id);
}
