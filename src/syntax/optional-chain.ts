import type * as t from '@babel/types';

/**
 * Makes the nodes of `a?.b.c()` those of `a.b.c()`, for whoever asks what is read and called: they keep their `optional`,
 * which other members and calls lack.
 */
export function joinChain(node: t.Node): void {
  if (node.type === 'OptionalCallExpression') (node as t.Node).type = 'CallExpression';
  else if (node.type === 'OptionalMemberExpression') (node as t.Node).type = 'MemberExpression';
}

/** Whether a member or call may be left out since there is nothing to the left of a `?.`. */
export function isInOptionalChain(node: t.Node): boolean {
  return (node.type === 'CallExpression' || node.type === 'MemberExpression') && node.optional != null;
}
