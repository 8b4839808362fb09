import type * as t from '@babel/types';
import type { ScanContext } from '../../context.ts';
import { nodesOf } from '../../nodes.ts';
import { perScan } from '../../per-scan.ts';
import { neverRuns } from '../dead-branches.ts';
import { isSloppyAt } from '../row.ts';

/** What is written to, and what is deleted. */

/** Members that something may be written to: `o.a = 1`, `o.a++`, `[o.a] = list`, `for (o.a of list)`. */
export const memberTargets = perScan((scan): readonly t.MemberExpression[] => {
  const targets: t.Node[] = [
    ...nodesOf(scan, 'AssignmentExpression').map(({ left }) => left),
    ...nodesOf(scan, 'UpdateExpression').map(({ argument }) => argument),
    ...[...nodesOf(scan, 'ForOfStatement'), ...nodesOf(scan, 'ForInStatement')].map(({ left }) => left),
  ];
  for (const target of targets) targets.push(...partsOf(target));
  return targets
    .filter((target) => target.type === 'MemberExpression')
    .filter((target) => !neverRuns(scan, target));
});

/** What a pattern takes a value apart for. */
function partsOf(pattern: t.Node): readonly t.Node[] {
  switch (pattern.type) {
    case 'ObjectPattern':
      return pattern.properties.map((property) =>
        property.type === 'RestElement' ? property.argument : property.value,
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => element ?? []);
    case 'AssignmentPattern':
      return [pattern.left];
    case 'RestElement':
      return [pattern.argument];
    default:
      return [];
  }
}

/** The deletions in sloppy code. */
export function deletions(scan: ScanContext): readonly t.UnaryExpression[] {
  return nodesOf(scan, 'UnaryExpression').filter(
    (expression) => expression.operator === 'delete' && isSloppyAt(scan, expression),
  );
}

/** What is written to or deleted; with `?.` it can only be deleted. */
export type Member = t.MemberExpression;

/** Members that sloppy code deletes. */
export function deletedMembers(scan: ScanContext): readonly Member[] {
  return deletions(scan).flatMap(({ argument }) => (argument.type === 'MemberExpression' ? [argument] : []));
}
