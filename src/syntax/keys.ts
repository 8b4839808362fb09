import type * as t from '@babel/types';

/** A node with a property key: a member expression, an object property, a method, a class field. */
export type Keyed =
  | t.MemberExpression
  | t.ObjectProperty
  | t.ObjectMethod
  | t.ClassMethod
  | t.ClassProperty
  | t.ClassAccessorProperty;

/**
 * The property key of a node as the engine computes it, or `null` where only running the program would tell (or the
 * name is private). Numbers become their canonical string: `x[0x10]` and `x['16']` have the same key.
 */
export function staticKey(node: Keyed): string | null {
  const key = node.type === 'MemberExpression' ? node.property : node.key;
  if (!node.computed && key.type === 'Identifier') return key.name;
  return literalKey(key);
}

/** The property key that an expression evaluates to, where it is a literal. */
export function literalKey(node: t.Node): string | null {
  switch (node.type) {
    case 'StringLiteral':
      return node.value;
    case 'NumericLiteral':
      return String(node.value);
    case 'BigIntLiteral':
      return String(BigInt(node.value));
    case 'NullLiteral':
      return 'null';
    case 'BooleanLiteral':
      return String(node.value);
    case 'TemplateLiteral':
      return node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? null) : null;
    default:
      return null;
  }
}
