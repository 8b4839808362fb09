import type * as t from '@babel/types';
import { parentOf } from '../../syntax/tree.ts';

/** How an object gets out of sight, in words that follow "it". The key is the node around it and its place in there. */
const words: Readonly<Record<string, string>> = {
  'ArrayExpression.elements': 'is stored in an array',
  'ArrowFunctionExpression.body': 'is returned',
  'AssignmentPattern.right': 'is a default value',
  'AwaitExpression.argument': 'is awaited',
  'BinaryExpression.left': 'is compared or computed with',
  'BinaryExpression.right': 'is compared or computed with',
  'CallExpression.callee': 'is called',
  'ClassDeclaration.superClass': 'is extended by a class',
  'ClassExpression.superClass': 'is extended by a class',
  'ClassProperty.value': 'is stored in a class field',
  'ConditionalExpression.alternate': 'is chosen under a condition',
  'ConditionalExpression.consequent': 'is chosen under a condition',
  'ForInStatement.right': 'is enumerated by `for-in`',
  'ForOfStatement.right': 'is iterated',
  'JSXExpressionContainer.expression': 'is passed in JSX',
  'JSXMemberExpression.object': 'is used in JSX',
  'JSXSpreadAttribute.argument': 'is spread in JSX',
  'LogicalExpression.right': 'is chosen under a condition',
  'MemberExpression.property': 'is used as a property key',
  'NewExpression.arguments': 'is passed to a constructor',
  'NewExpression.callee': 'is constructed',
  'ObjectProperty.value': 'is stored in an object',
  'ReturnStatement.argument': 'is returned',
  'SpreadElement.argument': 'is spread',
  'SwitchStatement.discriminant': 'is compared in a `switch`',
  'TaggedTemplateExpression.tag': 'is called',
  'TemplateLiteral.expressions': 'is put into a template',
  'ThrowStatement.argument': 'is thrown',
  'UpdateExpression.argument': 'is changed by an operator',
  'VariableDeclarator.init': 'is destructured',
  'WithStatement.object': 'is the object of `with`',
  'YieldExpression.argument': 'is yielded',
};

/** @returns how the value of a node gets out of sight, as what follows "it": "is passed to `extend()`". */
export function escapeWords(source: string, node: t.Node): string {
  const parent = parentOf(node);
  if (parent === null) return 'is used';
  const slot = slotOf(parent, node);
  if (slot === 'CallExpression.arguments') return passedWords(source, parent as t.CallExpression);
  return words[slot] ?? 'is used in a way that cannot be followed';
}

function slotOf(parent: t.Node, child: t.Node): string {
  for (const [key, value] of Object.entries(parent)) {
    if (value === child || (Array.isArray(value) && value.includes(child))) return `${parent.type}.${key}`;
  }
  return parent.type;
}

const LONGEST_CALLEE = 40;

function passedWords(source: string, { callee }: t.CallExpression): string {
  const text = source.slice(callee.start!, callee.end!);
  const isName = text.length <= LONGEST_CALLEE && /^[\w$.]+$/.test(text);
  return isName ? `is passed to \`${text}()\`` : 'is passed to a function';
}
