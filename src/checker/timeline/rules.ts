import type * as t from '@babel/types';
import { type Field, isField } from '../../syntax/kinds.ts';
import { eachChild, parentOf } from '../../syntax/tree.ts';
import { conversionOf, effect, readOf } from './judge.ts';
import type { Walk } from './walk.ts';

type Rules = {
  readonly [Type in t.Node['type']]?: (walk: Walk, node: Extract<t.Node, { type: Type }>) => void;
};

const nothing = (): void => {};

const call = (walk: Walk, node: t.CallExpression | t.NewExpression): void => {
  if (node.callee.type !== 'Super') walk.visit(node.callee);
  walk.visitAll(node.arguments);
  walk.call(node);
};

const member = (walk: Walk, node: t.MemberExpression): void => {
  walk.memberTarget(node);
  if (walk.isGlobal(node.object)) walk.read(node);
  else walk.access('get', node);
};

const keyed = (walk: Walk, node: t.ObjectMethod | t.ClassMethod | t.ClassPrivateMethod | Field): void => {
  decorators(walk, node);
  if ('computed' in node && node.computed) walk.key(node.key);
};

/** All keys come before all static fields and blocks (ECMA-262 §15.7.14, ClassDefinitionEvaluation). */
const classRule = (walk: Walk, node: t.ClassDeclaration | t.ClassExpression): void => {
  decorators(walk, node);
  walk.visit(node.superClass);
  for (const element of node.body.body) if (element.type !== 'StaticBlock') walk.visit(element);
  for (const element of node.body.body) {
    if (element.type === 'StaticBlock') walk.visit(element);
    else if (isField(element) && element.static) walk.visit(element.value);
  }
};

function decorators(walk: Walk, node: { decorators?: t.Decorator[] | null | undefined }): void {
  for (const decorator of node.decorators ?? []) {
    walk.visit(decorator.expression);
    walk.add([effect('call', decorator)]);
  }
}

const after = (kind: 'other' | 'throw') => (walk: Walk, node: t.Node) => {
  eachChild(node, (child) => walk.visit(child));
  walk.add([effect(kind, node)]);
};

const label = (walk: Walk, node: t.LabeledStatement): void => walk.visit(node.body);

/** The nodes that are more than the sum of their children in source order. */
export const rules: Rules = {
  ArrowFunctionExpression: nothing,
  FunctionDeclaration: nothing,
  FunctionExpression: nothing,
  ObjectMethod: keyed,
  ClassMethod: keyed,
  ClassPrivateMethod: keyed,
  ClassProperty: keyed,
  ClassPrivateProperty: keyed,
  ClassAccessorProperty: keyed,
  ClassDeclaration: classRule,
  ClassExpression: classRule,
  BreakStatement: nothing,
  ContinueStatement: nothing,
  MetaProperty: nothing,
  LabeledStatement: label,
  Identifier: (walk, node) => walk.read(node),
  MemberExpression: member,
  ObjectProperty(walk, node) {
    if (node.computed) walk.key(node.key);
    walk.visit(node.value);
    walk.describe(node);
  },
  SpreadElement(walk, node) {
    walk.visit(node.argument);
    if (parentOf(node)?.type !== 'ObjectExpression') walk.goThrough(node, node.argument);
    else walk.readAll('get', node, walk.valueOf(node.argument));
  },
  TemplateLiteral(walk, node) {
    walk.visitAll(node.expressions);
    if (node.expressions.length > 0) walk.unseen('convert', node);
    for (const expression of node.expressions) walk.add(conversionOf(walk.valueOf(expression), expression));
  },
  BinaryExpression: leftSpine,
  IfStatement(walk, node) {
    walk.visit(node.test);
    walk.branch(node.test, node.consequent, node.alternate);
  },
  ConditionalExpression(walk, node) {
    walk.visit(node.test);
    walk.branch(node.test, node.consequent, node.alternate);
  },
  LogicalExpression(walk, node) {
    walk.visit(node.left);
    if (node.operator === '&&') walk.branch(node.left, node.right, null);
    else if (node.operator === '||') walk.branch(node.left, null, node.right);
    else walk.visit(node.right);
  },
  CallExpression: call,
  NewExpression: call,
  TaggedTemplateExpression(walk, node) {
    walk.visit(node.tag);
    walk.visitAll(node.quasi.expressions);
    if (!isStringRaw(node.tag)) walk.add([effect('call', node)]);
  },
  AssignmentExpression(walk, node) {
    if (node.left.type === 'MemberExpression') {
      walk.memberTarget(node.left);
      walk.visit(node.right);
      if (node.operator !== '=') walk.access('get', node.left);
      if (operating(node)) walk.unseen('convert', node);
      walk.write(node.left, node);
    } else {
      walk.visit(node.right);
      if (operating(node)) walk.unseen('convert', node);
      walk.target(node.left, isPattern(node.left) ? walk.valueOf(node.right) : undefined);
    }
  },
  UpdateExpression(walk, { argument }) {
    walk.target(argument);
    if (argument.type === 'MemberExpression') walk.access('get', argument);
    walk.unseen('convert', argument);
  },
  UnaryExpression(walk, node) {
    const { argument } = node;
    if (node.operator !== 'delete') {
      walk.visit(argument);
      if (converting.has(node.operator)) walk.readAll('convert', node, walk.valueOf(argument));
    } else if (argument.type === 'MemberExpression') {
      walk.memberTarget(argument);
      walk.write(argument, node);
    } else {
      walk.target(argument);
    }
  },
  VariableDeclarator(walk, node) {
    walk.visit(node.init);
    if (isPattern(node.id)) walk.target(node.id, node.init ? walk.valueOf(node.init) : undefined);
  },
  ForInStatement(walk, node) {
    walk.visit(node.right);
    walk.add(readOf(walk.valueOf(node.right), null, node));
    walk.target(node.left);
    walk.visit(node.body);
  },
  ForOfStatement(walk, node) {
    walk.visit(node.right);
    if (node.await) walk.add([effect('other', node)]);
    walk.goThrough(node, node.right);
    walk.target(node.left);
    walk.visit(node.body);
  },
  CatchClause(walk, node) {
    walk.visit(node.body);
  },
  TryStatement(walk, node) {
    const before = walk.events.length;
    walk.visit(node.block);
    if (node.handler) walk.catchFrom(before);
    walk.visit(node.handler);
    walk.visit(node.finalizer);
  },
  ThrowStatement: after('throw'),
  AwaitExpression: after('other'),
  ImportExpression: after('other'),
  JSXElement: after('other'),
  JSXFragment: after('other'),
  ImportDeclaration: nothing,
  ExportSpecifier: nothing,
  ExportAllDeclaration: nothing,
};

/** `a + b + c + …` by the thousand leans to the left; so it is taken apart without recursion. */
function leftSpine(walk: Walk, node: t.BinaryExpression): void {
  const operations: t.BinaryExpression[] = [];
  let at: t.Node = node;
  for (; at.type === 'BinaryExpression'; at = at.left) operations.push(at);
  walk.visit(at);
  const operators = new Set<string>();
  for (const operation of operations.reverse()) {
    walk.visit(operation.right);
    operators.add(operation.operator);
    looksInto(walk, operation);
  }
  if (operators.delete('instanceof')) walk.unseen('instance', node);
  for (const comparison of ['===', '!==']) operators.delete(comparison);
  if (operators.size > 0) walk.unseen('convert', node);
}

/** `'key' in object` reads that it is there, and other operators convert what is no primitive value. */
function looksInto(walk: Walk, { operator, left, right }: t.BinaryExpression): void {
  if (operator === '===' || operator === '!==') return;
  if (operator === 'instanceof') {
    walk.add(conversionOf(walk.valueOf(right), right));
    return;
  }
  if (operator === 'in') {
    walk.add(readOf(walk.valueOf(right), left.type === 'StringLiteral' ? left.value : null, right));
    return;
  }
  for (const operand of [left, right]) {
    if (operand.type !== 'BinaryExpression') walk.add(conversionOf(walk.valueOf(operand), operand));
  }
}

/** The unary operators that make their operand a primitive value (§13.5). */
const converting: ReadonlySet<string> = new Set(['+', '-', '~']);

/** `x += value`, which converts both, not `x = value` or `x ??= value`. */
function operating({ operator }: t.AssignmentExpression): boolean {
  return !['=', '&&=', '||=', '??='].includes(operator);
}

function isPattern(node: t.Node): boolean {
  return node.type === 'ObjectPattern' || node.type === 'ArrayPattern';
}

function isStringRaw(tag: t.Node): boolean {
  return tag.type === 'MemberExpression' && tag.object.type === 'Identifier' && tag.object.name === 'String';
}
