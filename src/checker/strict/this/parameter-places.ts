import type * as t from '@babel/types';
import { isFunction } from '../../../syntax/kinds.ts';
import type { Binding } from '../../../syntax/scope.ts';
import { parentOf } from '../../../syntax/tree.ts';

/** A function and the position of one of its parameters. */
export interface ParameterPlace {
  readonly owner: t.Function;
  readonly index: number;
}

/** The function that declares a parameter, with a default or without, and at which position. */
export function placeOfParameter({ declarations: [declaration] }: Binding): ParameterPlace | null {
  const holder = declaration ? parentOf(declaration) : null;
  const isDefaulted = holder?.type === 'AssignmentPattern' && holder.left === declaration;
  const owner = isDefaulted ? parentOf(holder) : holder;
  if (!owner || !isFunction(owner)) return null;
  const index = (owner.params as readonly t.Node[]).indexOf(isDefaulted ? holder! : declaration!);
  return index < 0 ? null : { owner, index };
}
