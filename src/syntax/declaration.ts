import type * as t from '@babel/types';
import type { Binding } from './scope.ts';
import { parentOf } from './tree.ts';

/** What declares a variable, where it is declared first; null for the `arguments` of a function, which nothing declares. */
export function declarationOf({ declarations: [name] }: Binding): t.Node | null {
  return name === undefined ? null : parentOf(name);
}
