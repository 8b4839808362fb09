import type * as t from '@babel/types';
import type { Scopes } from '../../syntax/analyse.ts';
import type { Binding, Scope } from '../../syntax/scope.ts';

/** The variable of a parameter that is a plain name. */
export function parameterBinding(scopes: Scopes, fn: t.Function, name: t.Identifier): Binding | null {
  for (const scope of scopesFrom(scopes.scopeOf(fn.body))) {
    const binding = scope.bindings.get(name.name);
    if (binding?.declarations.includes(name)) return binding;
  }
  return null;
}

/** Whether a function, or an arrow function in it, mentions its `arguments`, which alias its parameters. */
export function usesArguments(scopes: Scopes, fn: t.Function): boolean {
  for (const scope of scopesFrom(scopes.scopeOf(fn.body))) {
    if (scope.node === fn && scope.bindings.get('arguments')?.kind === 'arguments') return true;
  }
  return false;
}

function* scopesFrom(innermost: Scope): Generator<Scope> {
  for (let scope: Scope | null = innermost; scope !== null; scope = scope.parent) yield scope;
}
