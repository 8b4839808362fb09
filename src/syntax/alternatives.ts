import type * as t from '@babel/types';

/** The operands of which an expression hands one on as it is; null where it is none that does. */
export function alternativesOf(node: t.Node): readonly t.Node[] | null {
  switch (node.type) {
    case 'AssignmentExpression':
      return [node.right];
    case 'ConditionalExpression':
      return [node.consequent, node.alternate];
    case 'LogicalExpression':
      return [node.left, node.right];
    case 'SequenceExpression':
      return node.expressions.slice(-1);
    default:
      return null;
  }
}
