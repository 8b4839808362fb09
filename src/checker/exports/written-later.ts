import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { functionAround } from '../owner.ts';
import { memberTargets } from '../strict/read-only.ts';

/** The keys that functions of the file write to or delete: `function f() { f.count = 1; }`. */
export function keysWrittenLater(scan: ScanContext): readonly string[] {
  const deleted = nodesOf(scan, 'UnaryExpression').flatMap(({ operator, argument }) =>
    operator === 'delete' && argument.type === 'MemberExpression' ? [argument] : [],
  );
  const later = [...memberTargets(scan), ...deleted].filter(
    (target) => parentOf(functionAround(target)) !== null,
  );
  return [...new Set(later.flatMap((target) => staticKey(target) ?? []))];
}
