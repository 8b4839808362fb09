import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';

/** A place from which a variable of a pattern may get its value: members, one in the other, of an expression. */
export interface PatternSource {
  readonly of: t.Node;
  /** Null for a key that only running the program would tell. */
  readonly keys: readonly (string | null)[];
}

/**
 * @returns for `c` of `const { a: { b: c = d } } = value`: `a.b` of the value, and the default `d`; null for a rest
 *   element, which gets no member but what is left.
 */
export function sourcesOf({ init }: t.VariableDeclarator, target: t.Node): readonly PatternSource[] | null {
  const sources: PatternSource[] = [];
  let keys: readonly (string | null)[] = [];
  for (
    let child = target, at = parentOf(target)!;
    at.type !== 'VariableDeclarator';
    child = at, at = parentOf(at)!
  ) {
    if (at.type === 'RestElement') return null;
    if (at.type === 'ObjectProperty' && at.value === child) keys = [staticKey(at), ...keys];
    else if (at.type === 'ArrayPattern') keys = [null, ...keys];
    else if (at.type === 'AssignmentPattern') sources.push({ of: at.right, keys });
  }
  return [...sources, { of: init!, keys }];
}
