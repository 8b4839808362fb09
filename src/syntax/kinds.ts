import type * as t from '@babel/types';

/** Kinds of nodes that several types belong to. */

/** Functions; an overload without a body is none. */
export const functionTypes = [
  'ArrowFunctionExpression',
  'ClassMethod',
  'ClassPrivateMethod',
  'FunctionDeclaration',
  'FunctionExpression',
  'ObjectMethod',
] as const satisfies readonly t.Function['type'][];

export const classTypes = [
  'ClassDeclaration',
  'ClassExpression',
] as const satisfies readonly t.Class['type'][];

export type Field = t.ClassAccessorProperty | t.ClassPrivateProperty | t.ClassProperty;

export const fieldTypes = [
  'ClassAccessorProperty',
  'ClassPrivateProperty',
  'ClassProperty',
] as const satisfies readonly Field['type'][];

const functions: ReadonlySet<string> = new Set(functionTypes);

export function isFunction(node: t.Node): node is t.Function {
  return functions.has(node.type);
}

export function isClass(node: t.Node): node is t.Class {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

export function isField(node: t.Node): node is Field {
  return (
    node.type === 'ClassProperty' ||
    node.type === 'ClassPrivateProperty' ||
    node.type === 'ClassAccessorProperty'
  );
}

/** Whether it is a value spelled out, and so no function. */
export function isLiteral({ type }: t.Node): boolean {
  return literals.has(type);
}

const literals: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'BigIntLiteral',
  'BooleanLiteral',
  'NullLiteral',
  'NumericLiteral',
  'ObjectExpression',
  'RegExpLiteral',
  'StringLiteral',
  'TemplateLiteral',
]);

/** Whether its form alone tells that its value is no object. */
export function hasPrimitiveValue({ type }: t.Node): boolean {
  return primitives.has(type);
}

const primitives: ReadonlySet<string> = new Set([
  'BigIntLiteral',
  'BinaryExpression',
  'BooleanLiteral',
  'NullLiteral',
  'NumericLiteral',
  'StringLiteral',
  'TemplateLiteral',
  'UnaryExpression',
  'UpdateExpression',
]);

/** `eval()`, which is a direct one where no variable is called that (ECMA-262 §13.3.6.1 step 6); `eval?.()` is none. */
export function isNamedEval(
  call: t.CallExpression,
): call is t.CallExpression & { readonly callee: t.Identifier } {
  const { callee, optional } = call;
  return callee.type === 'Identifier' && callee.name === 'eval' && optional !== true;
}

/** `import type`, `import typeof`, `export type`, of a whole declaration or of one name in it. */
export function hasTypeKind(node: t.Node): boolean {
  const kind = ('importKind' in node && node.importKind) || ('exportKind' in node && node.exportKind);
  return kind === 'type' || kind === 'typeof';
}
