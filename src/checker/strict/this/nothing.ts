import type * as t from '@babel/types';
import type { Binding } from '../../../syntax/scope.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import type { ScanContext } from '../../context.ts';
import { valuesOf } from '../own-functions.ts';

/** `null`, `undefined`, or nothing at all */
export function isNothing(receiver: t.Node | undefined): boolean {
  if (receiver === undefined || receiver.type === 'NullLiteral') return true;
  if (receiver.type === 'UnaryExpression') return receiver.operator === 'void';
  return receiver.type === 'Identifier' && receiver.name === 'undefined';
}

/** Also what a caller may leave out, or nobody has set: `f.call(context)` with a parameter, `f.call(options.context)`. */
export function mayBeNothing(scan: ScanContext, receiver: t.Node | undefined): boolean {
  const node = receiver && unwrap(receiver);
  const binding = node?.type === 'Identifier' ? scan.scopes.referenceOf(node)?.binding : null;
  if (!binding) return isPerhapsNothing(node);
  return binding.kind === 'parameter' || isNeverSet(binding) || valuesOf(binding).some(isPerhapsNothing);
}

/** `var context;` */
function isNeverSet({ kind, writes }: Binding): boolean {
  return (kind === 'var' || kind === 'let') && writes.length === 0;
}

function isPerhapsNothing(node: t.Node | undefined): boolean {
  switch (node?.type) {
    case 'MemberExpression':
      return true;
    case 'ConditionalExpression':
      return isPerhapsNothing(node.consequent) || isPerhapsNothing(node.alternate);
    case 'LogicalExpression':
      return isPerhapsNothing(node.right);
    default:
      return isNothing(node);
  }
}
