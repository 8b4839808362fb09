import type * as t from '@babel/types';
import { unwrap } from '../../syntax/wrapping.ts';

/**
 * The string that an expression is, where its text alone tells: a literal, a template without anything variable in
 * it, or several of these joined with `+`.
 */
export function foldString(expression: t.Node): string | null {
  const node = unwrap(expression);
  switch (node.type) {
    case 'StringLiteral':
      return node.value;
    case 'TemplateLiteral':
      return joined([
        node.quasis[0]!,
        ...node.expressions.flatMap((part, index) => [part, node.quasis[index + 1]!]),
      ]);
    case 'TemplateElement':
      return node.value.cooked ?? null;
    case 'BinaryExpression':
      return node.operator === '+' ? joined([node.left, node.right]) : null;
    default:
      return null;
  }
}

function joined(parts: readonly t.Node[]): string | null {
  let text = '';
  for (const part of parts) {
    const folded = foldString(part);
    if (folded === null) return null;
    text += folded;
  }
  return text;
}
