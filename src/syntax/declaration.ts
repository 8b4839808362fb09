import type * as t from '@babel/types';
import type { Binding } from './scope.ts';
import { parentOf } from './tree.ts';

/** What declares a variable, where it is declared first; null for the `arguments` of a function, which nothing declares. */
export function declarationOf({ declarations: [name] }: Binding): t.Node | null {
  return name === undefined ? null : parentOf(name);
}

/** What a variable, or a pattern, gets where it is declared: `value` of `const name = value`, by the node of the name. */
export function initOf(name: t.Node): t.Expression | null {
  const declarator = parentOf(name);
  const isPlain = declarator?.type === 'VariableDeclarator' && declarator.id === name;
  return isPlain ? (declarator.init ?? null) : null;
}
