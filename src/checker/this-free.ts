import type * as t from '@babel/types';

import { isFunction } from '../syntax/kinds.ts';
import { nodesOf } from './nodes.ts';
import { calleeReads, ownerOfThis } from './owner.ts';
import { perScan } from './per-scan.ts';

/**
 * @returns a function that tells whether calling a value one way or another makes no difference to it: it is a
 *   function that looks neither at its own `this` nor at `new.target` or `arguments.callee`. An arrow function has
 *   none of these, and a class cannot be called at all.
 */
export const thisFreedom = perScan((context): ((value: t.Node) => boolean) => {
  const dependent = new Set<t.Node>();
  const notes = [
    ...nodesOf(context, 'ThisExpression'),
    ...nodesOf(context, 'Super'),
    ...nodesOf(context, 'MetaProperty'),
    ...calleeReads(context),
    // A direct eval sees the `this` of the function around it.
    ...(context.scopes.free.get('eval') ?? []).map(({ node }) => node),
  ];
  for (const node of notes) dependent.add(ownerOfThis(node));
  return (value) =>
    value.type === 'ClassExpression' ||
    value.type === 'ClassDeclaration' ||
    (isFunction(value) && !dependent.has(value));
});
