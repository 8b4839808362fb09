import type * as t from '@babel/types';
import type { Scopes } from '../../syntax/analyse.ts';
import { declaredBinding, scopesFrom } from '../../syntax/declared-binding.ts';
import type { Binding } from '../../syntax/scope.ts';

/** The variable of a parameter that is a plain name. */
export function parameterBinding(scopes: Scopes, fn: t.Function, name: t.Identifier): Binding | null {
  return declaredBinding(name, scopes.scopeOf(fn.body));
}

/** Whether a function, or an arrow function in it, mentions its `arguments`, which alias its parameters. */
export function usesArguments(scopes: Scopes, fn: t.Function): boolean {
  for (const scope of scopesFrom(scopes.scopeOf(fn.body))) {
    if (scope.node === fn && scope.bindings.get('arguments')?.kind === 'arguments') return true;
  }
  return false;
}
