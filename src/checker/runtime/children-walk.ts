import type * as t from '@babel/types';
import { wordsOf } from '../../lists.ts';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import { membersByKey } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { isMemberOf } from './require-uses.ts';

/**
 * Whether a file goes from one entry of the cache to those that it loaded. It does not where it only takes one out of the
 * list, and compares what is in there with what it knows:
 *
 * ```js
 * while (i--) if (parent.children[i].id === file) parent.children.splice(i, 1);
 * ```
 *
 * @see Node documentation, "Modules: CommonJS modules", `module.children`
 */
export function walksChildren(scan: ScanContext): boolean {
  const lists = membersByKey(scan).of('children');
  return takesOut(scan) || lists.some((list) => !keepsToList(list));
}

/** `const { children } = entry` */
function takesOut(scan: ScanContext): boolean {
  return nodesOf(scan, 'ObjectPattern').some(({ properties }) =>
    properties.some((property) => property.type === 'ObjectProperty' && staticKey(property) === 'children'),
  );
}

function keepsToList(list: t.Node): boolean {
  const member = parentOf(list)!;
  if (!isMemberOf(member, list)) return false;
  const key = staticKey(member);
  if (key === null) return isCompared(member) || isComparedById(member);
  const around = parentOf(member)!;
  if (around.type !== 'CallExpression' || around.callee !== member) return key === 'length';
  return counting.has(key) || (key === 'splice' && parentOf(around)!.type === 'ExpressionStatement');
}

/** Methods of the list that give none of those which are in there. */
export const counting: ReadonlySet<string> = wordsOf('includes indexOf lastIndexOf push');

/** `children[i].id === file` */
function isComparedById(child: t.Node): boolean {
  const member = parentOf(child)!;
  return (
    isMemberOf(member, child) && ['filename', 'id'].includes(staticKey(member) ?? '') && isCompared(member)
  );
}

export function isCompared(node: t.Node): boolean {
  const around = parentOf(node)!;
  return around.type === 'BinaryExpression' && /^[!=]==?$/.test(around.operator);
}
