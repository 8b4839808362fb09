import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import { callsByName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { perScan } from '../per-scan.ts';

/** Stands for a key that only running the program would tell; no identifier or string of a program is it. */
export const COMPUTED = Symbol('computed').toString();

const putting: ReadonlySet<string> = new Set(['add', 'fill', 'push', 'set', 'splice', 'unshift']);

/**
 * Everything that the file puts into objects, by key: the right sides of `x.key = value`, the members of object literals
 * and classes, and the arguments of `list.push(value)` and the like.
 */
export const assignedByKey = perScan((scan: ScanContext): ReadonlyMap<string, readonly t.Node[]> => {
  const found = new Map<string, t.Node[]>();
  const note = (key: string | null, value: t.Node): void => {
    const values = found.get(key ?? COMPUTED);
    if (values) values.push(value);
    else found.set(key ?? COMPUTED, [value]);
  };
  for (const { left, right } of nodesOf(scan, 'AssignmentExpression')) {
    if (left.type === 'MemberExpression') note(staticKey(left), right);
  }
  for (const node of nodesOf(scan, 'ObjectProperty')) {
    if (parentOf(node)?.type === 'ObjectExpression') note(staticKey(node), node.value);
  }
  for (const node of nodesOf(scan, 'ObjectMethod')) note(staticKey(node), node);
  for (const node of nodesOf(scan, 'ClassMethod')) note(staticKey(node), node);
  for (const node of nodesOf(scan, 'ClassProperty')) if (node.value) note(staticKey(node), node.value);
  for (const { callee, arguments: given } of callsByName(scan).ofAny(putting))
    if (callee.type === 'MemberExpression') for (const value of given) note(null, value);
  return found;
});

/** The values whose members objects of the file get: `{ ...value }`, `Object.assign({}, value)`. */
export function copiedWhole(scan: ScanContext): readonly t.Node[] {
  const spread = nodesOf(scan, 'SpreadElement').flatMap((node) =>
    parentOf(node)?.type === 'ObjectExpression' ? [node.argument] : [],
  );
  const assigned = callsByName(scan)
    .of('assign')
    .flatMap(({ callee, arguments: [, ...given] }) => (callee.type === 'MemberExpression' ? given : []));
  return [...spread, ...assigned];
}
