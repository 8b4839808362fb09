import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { functionAround } from '../owner.ts';
import { memberTargets } from '../strict/read-only.ts';

/** The keys that functions of the file write to or delete: `function f() { f.count = 1; }`. */
export function keysWrittenLater(scan: ScanContext): readonly string[] {
  return keysOf(changedMembers(scan).filter((target) => parentOf(functionAround(target)) !== null));
}

/** The keys that the file writes to or deletes of anything but its own exports, as far as their names tell. */
export function keysWrittenElsewhere(scan: ScanContext): readonly string[] {
  return keysOf(changedMembers(scan).filter(({ object }) => !isExports(object)));
}

function changedMembers(scan: ScanContext): readonly t.MemberExpression[] {
  const deleted = nodesOf(scan, 'UnaryExpression').flatMap(({ operator, argument }) =>
    operator === 'delete' && argument.type === 'MemberExpression' ? [argument] : [],
  );
  return [...memberTargets(scan), ...deleted];
}

function keysOf(members: readonly t.MemberExpression[]): readonly string[] {
  return [...new Set(members.flatMap((member) => staticKey(member) ?? []))];
}

function isExports(object: t.Node): boolean {
  if (object.type === 'Identifier') return object.name === 'exports';
  return (
    object.type === 'MemberExpression' &&
    object.object.type === 'Identifier' &&
    object.object.name === 'module' &&
    staticKey(object) === 'exports'
  );
}
