import type * as t from '@babel/types';
import type { Binding, Scope } from './scope.ts';

/** A scope and those around it, innermost first. */
export function* scopesFrom(innermost: Scope): Generator<Scope> {
  for (let scope: Scope | null = innermost; scope !== null; scope = scope.parent) yield scope;
}

/**
 * The variable that an identifier declares; null where it declares none.
 *
 * @param innermost a scope that sees the declaration
 */
export function declaredBinding(declaration: t.Identifier, innermost: Scope): Binding | null {
  for (let scope: Scope | null = innermost; scope !== null; scope = scope.parent) {
    const binding = scope.bindings.get(declaration.name);
    if (binding?.declarations.includes(declaration)) return binding;
  }
  return null;
}
