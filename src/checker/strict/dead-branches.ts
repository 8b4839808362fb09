import type * as t from '@babel/types';
import { contains } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { perScan } from '../per-scan.ts';
import { truthOf } from '../timeline/truth.ts';

/** Whether a node stands in a branch that is never taken: `if (!Object.create) { … }` */
export function neverRuns(scan: ScanContext, node: t.Node): boolean {
  return deadBranches(scan).some((branch) => contains(branch, node));
}

const deadBranches = perScan((scan): readonly t.Node[] => {
  const conditions = [...nodesOf(scan, 'IfStatement'), ...nodesOf(scan, 'ConditionalExpression')];
  return [
    ...conditions.flatMap(({ test, consequent, alternate }) => {
      const truth = truthOf(scan, test);
      return (truth === null ? null : truth ? alternate : consequent) ?? [];
    }),
    ...nodesOf(scan, 'LogicalExpression').flatMap(({ operator, left, right }) =>
      operator !== '??' && truthOf(scan, left) === (operator === '||') ? [right] : [],
    ),
  ];
});
