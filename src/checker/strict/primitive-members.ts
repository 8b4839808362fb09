import type * as t from '@babel/types';
import { addTo } from '../../lists.ts';
import { hasPrimitiveValue } from '../../syntax/kinds.ts';
import type { ScanContext } from '../context.ts';
import { valueGiven } from '../writes.ts';
import { membersIn } from './exported-members.ts';

/** Keys of the exports whose values are no objects, whichever they get. */
export function primitiveMembers(scan: ScanContext): readonly string[] {
  const values = new Map<string, t.Node[]>();
  for (const { key, value } of membersIn(scan)) addTo(values, key, value);
  return [...values].flatMap(([key, given]) =>
    given.every((value) => showsPrimitive(scan, value)) ? [key] : [],
  );
}

/** Whether a value shows that it is no object, and not null: by itself, or by all that its variable gets. */
export function showsPrimitive(scan: ScanContext, value: t.Node): boolean {
  if (value.type === 'ConditionalExpression')
    return showsPrimitive(scan, value.consequent) || showsPrimitive(scan, value.alternate);
  if (value.type !== 'Identifier') return hasPrimitiveValue(value) && value.type !== 'NullLiteral';
  const { writes = [] } = scan.scopes.referenceOf(value)?.binding ?? {};
  const given = writes.map(({ node }) => valueGiven(node));
  return given.length > 0 && given.every((each) => each !== null && hasPrimitiveValue(each));
}
