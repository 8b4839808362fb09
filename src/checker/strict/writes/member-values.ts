import type * as t from '@babel/types';
import { addTo } from '../../../lists.ts';
import type { ScanContext } from '../../context.ts';
import { nodesOf, textOf } from '../../nodes.ts';
import { functionAround } from '../../owner.ts';
import { perScan } from '../../per-scan.ts';
import { type KeySet, keysOfValue, none } from './fixed-keys.ts';

/**
 * Which keys of what was put under a member reject writes: `methods[key] = function () {}; methods[key].name = key;`.
 * The member is known again by its text, within one function, and what it got last counts.
 */
export function keysOfMember(scan: ScanContext, object: t.Node): KeySet {
  if (object.type !== 'MemberExpression') return none;
  const owner = functionAround(object);
  const before = memberAssignments(scan)
    .get(textOf(scan, object))
    ?.filter((assignment) => assignment.end! <= object.start! && functionAround(assignment) === owner);
  const last = before?.at(-1);
  return last === undefined ? none : keysOfValue(scan, lastOfChain(last));
}

/** `a.b = c.d = function () {}` gives both the function. */
function lastOfChain({ right }: t.AssignmentExpression): t.Node {
  return right.type === 'AssignmentExpression' && right.operator === '=' ? lastOfChain(right) : right;
}

const memberAssignments = perScan((scan): ReadonlyMap<string, readonly t.AssignmentExpression[]> => {
  const found = new Map<string, t.AssignmentExpression[]>();
  for (const assignment of nodesOf(scan, 'AssignmentExpression')) {
    if (assignment.operator !== '=' || assignment.left.type !== 'MemberExpression') continue;
    const text = textOf(scan, assignment.left);
    addTo(found, text, assignment);
  }
  return found;
});
