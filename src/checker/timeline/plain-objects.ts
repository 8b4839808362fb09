import type * as t from '@babel/types';
import { initOf } from '../../syntax/declaration.ts';
import { staticKey } from '../../syntax/keys.ts';
import type { Binding } from '../../syntax/scope.ts';
import type { ScanContext } from '../context.ts';
import { perScan } from '../per-scan.ts';
import { assignedByKey, COMPUTED } from './assigned.ts';
import { copiedWhole } from './copied.ts';
import { isPlainLiteral } from './kept-literals.ts';

/**
 * Tells what is an object literal for sure, and has no elements as lists, maps and sets have them: by its name, or as the
 * only thing that the file puts under a key.
 *
 * ```js
 * const kinds = { list: ['a'], map: ['b'] };
 * for (const key of Object.keys(kinds)) Object.freeze(kinds[key]);
 * ```
 */
export function isPlainObject(scan: ScanContext, node: t.Node): boolean {
  return isLiteral(scan, node) && !copiesLists(scan);
}

function isLiteral(scan: ScanContext, node: t.Node): boolean {
  if (node.type === 'Identifier') return namesLiteral(scan)(node);
  const key = node.type === 'MemberExpression' ? staticKey(node) : null;
  const puts = key === null ? [] : (assignedByKey(scan).get(key) ?? []);
  return (
    puts.length > 0 &&
    puts.every(
      ({ kind, by, value }) => kind === 'value' && by === 'name' && value && isPlainLiteral(value),
    ) &&
    !putsByComputedKeys(scan)
  );
}

const putsByComputedKeys = perScan((scan: ScanContext): boolean =>
  (assignedByKey(scan).get(COMPUTED) ?? []).some(({ by }) => by !== 'list'),
);

const namesLiteral = perScan(({ scopes }: ScanContext): ((name: t.Identifier) => boolean) => {
  const known = new Map<Binding, boolean>();
  return (name) => {
    const reference = scopes.referenceOf(name);
    const binding = reference?.dynamic === false ? reference.binding : null;
    if (!binding) return false;
    const holds = known.get(binding) ?? holdsLiteral(binding);
    known.set(binding, holds);
    return holds;
  };
});

/** Whether a variable holds nothing but the literal with which it is declared. */
function holdsLiteral({ declarations, references, scope }: Binding): boolean {
  const [id] = declarations;
  const init = declarations.length === 1 ? initOf(id!) : null;
  if (init === null || scope.dynamic || !isPlainLiteral(assigned(init))) return false;
  return references.every(({ node, access }) => node === id || access === 'read');
}

/** `{}` in `const kinds = (exports.kinds = {})` */
function assigned(value: t.Node): t.Node {
  return value.type === 'AssignmentExpression' && value.operator === '=' ? assigned(value.right) : value;
}

/** Whether elements of a list may become members of an object, into which that is copied. */
const copiesLists = perScan((scan: ScanContext): boolean =>
  copiedWhole(scan).some((copied) =>
    copied.type === 'Identifier'
      ? !namesLiteral(scan)(copied)
      : copied.type !== 'ObjectExpression' && copied.type !== 'NullLiteral',
  ),
);
