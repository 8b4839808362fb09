import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import { isFunction } from '../../../syntax/kinds.ts';
import { parentOf } from '../../../syntax/tree.ts';
import type { ScanContext } from '../../context.ts';
import type { ExportedMember } from '../../facts.ts';
import { rangeOf } from '../../nodes.ts';
import { functionAround } from '../../owner.ts';
import type { Member } from './attempts.ts';
import { exportsName } from './fixed-keys.ts';

/** Sloppy writes to, or deletions from, objects that the file exports under a key, in functions: others may have them by then. */
export function membersOfExported(
  scan: ScanContext,
  targets: readonly Member[],
  code: ExportedMember['code'],
): readonly ExportedMember[] {
  return targets.flatMap((target) => {
    if (!isFunction(functionAround(target))) return [];
    return exportedKeys(scan, target.object).map((exported) => ({
      exported,
      key: staticKey(target),
      code,
      range: rangeOf(target),
    }));
  });
}

/** `inner` of `exports.inner`, and of a variable with `exports.inner = variable`. */
function exportedKeys(scan: ScanContext, object: t.Node): readonly string[] {
  if (object.type === 'MemberExpression') return keyOnExports(scan, object);
  const binding = object.type === 'Identifier' ? scan.scopes.referenceOf(object)?.binding : null;
  if (!binding) return [];
  return [...new Set(binding.references.flatMap(({ node }) => keysGiven(scan, node)))];
}

function keysGiven(scan: ScanContext, value: t.Node): readonly string[] {
  const parent = parentOf(value);
  if (parent?.type === 'AssignmentExpression' && parent.right === value)
    return keyOnExports(scan, parent.left);
  if (parent?.type !== 'ObjectProperty' || parent.value !== value) return [];
  const given = parentOf(parentOf(parent)!);
  const isExported = given?.type === 'AssignmentExpression' && exportsName(scan, given.left) !== null;
  const key = staticKey(parent);
  return isExported && key !== null ? [key] : [];
}

function keyOnExports(scan: ScanContext, member: t.Node): readonly string[] {
  if (member.type !== 'MemberExpression' || exportsName(scan, member.object) === null) return [];
  const key = staticKey(member);
  return key === null ? [] : [key];
}
