import type * as t from '@babel/types';
import type { Scopes } from '../../syntax/analyse.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ValueUse } from '../facts.ts';
import { isWriteTarget } from '../nodes.ts';
import { argumentUse } from './argument-use.ts';
import { memberUse } from './member-use.ts';
import { patternUse } from './pattern-use.ts';
import { isExportTarget, isNullish } from './targets.ts';
import type { Flow } from './use.ts';

type NodeType = t.Node['type'];
type Rules = {
  readonly [Type in NodeType]?: (
    parent: Extract<t.Node, { type: Type }>,
    node: t.Node,
    scopes: Scopes,
  ) => Flow;
};
type Rule = (parent: t.Node, node: t.Node, scopes: Scopes) => Flow;

/** @returns what the node around an expression does with its value; whatever is not known passes it on. */
export function flowOf(node: t.Node, scopes: Scopes): Flow {
  // `require('x').a = 1`: not the value of the member goes anywhere.
  if (node.type === 'MemberExpression' && isWriteTarget(node)) return { uses: [memberUse(node)] };
  const parent = parentOf(node);
  const rule = parent === null ? undefined : (rules[parent.type] as Rule | undefined);
  return parent === null || rule === undefined ? asUse('value', node) : rule(parent, node, scopes);
}

function asUse(kind: ValueUse['kind'], node: t.Node): Flow {
  return { uses: [{ node, kind }] };
}

const always =
  (kind: ValueUse['kind']): Rule =>
  (_, node) =>
    asUse(kind, node);

const onward: Rule = (parent) => ({ uses: [], onward: parent });

const testOrPass = (parent: { readonly test?: t.Node | null | undefined }, node: t.Node): Flow =>
  asUse(parent.test === node ? 'test' : 'value', node);

const calleeOrArgument = (parent: t.CallExpression, node: t.Node, scopes: Scopes): Flow =>
  parent.callee === node ? asUse('call', node) : { uses: [argumentUse(parent, node, scopes)] };

const memberOrKey = (parent: t.MemberExpression, node: t.Node): Flow =>
  parent.object === node ? { uses: [memberUse(parent)] } : asUse('value', node);

const superClass = (parent: t.Class, node: t.Node): Flow =>
  asUse(parent.superClass === node ? 'construct' : 'value', node);

const rules: Rules = {
  AssignmentExpression: assigned,
  BinaryExpression: compared,
  CallExpression: calleeOrArgument,
  ClassDeclaration: superClass,
  ClassExpression: superClass,
  ConditionalExpression: (parent, node, scopes) =>
    parent.test === node ? asUse('test', node) : onward(parent, node, scopes),
  DoWhileStatement: testOrPass,
  ExportDefaultDeclaration: always('export'),
  ExportSpecifier: always('export'),
  ExpressionStatement: always('test'),
  ForInStatement: (parent, node) => asUse(parent.right === node ? 'enumerate' : 'value', node),
  ForStatement: testOrPass,
  IfStatement: testOrPass,
  JSXMemberExpression: (parent) => ({
    uses: [{ node: parent, kind: 'member', keys: [parent.property.name] }],
  }),
  JSXSpreadAttribute: always('enumerate'),
  LogicalExpression: (parent, node) => {
    if (parent.right === node) return { uses: [], onward: parent };
    // What `&&` gives when it stops at its left side is falsy, which no exports object is.
    return parent.operator === '&&' ? asUse('test', node) : { ...asUse('test', node), onward: parent };
  },
  MemberExpression: memberOrKey,
  NewExpression: (parent, node) => asUse(parent.callee === node ? 'construct' : 'value', node),
  ObjectProperty: (parent, node, scopes) =>
    asUse(isExportedProperty(parent, node, scopes) ? 'export' : 'value', node),
  SequenceExpression: (parent, node) =>
    parent.expressions.at(-1) === node ? { uses: [], onward: parent } : asUse('test', node),
  SpreadElement: (parent, node) =>
    asUse(parentOf(parent)?.type === 'ObjectExpression' ? 'enumerate' : 'value', node),
  TSAsExpression: onward,
  TSExportAssignment: always('export'),
  TSInstantiationExpression: onward,
  TSNonNullExpression: onward,
  TSSatisfiesExpression: onward,
  TSTypeAssertion: onward,
  TaggedTemplateExpression: always('call'),
  TypeCastExpression: onward,
  UnaryExpression: (parent, node) =>
    asUse(['!', 'typeof', 'void'].includes(parent.operator) ? 'test' : 'value', node),
  VariableDeclarator: (parent, node) => {
    if (parent.id.type === 'Identifier') return { uses: [], into: parent.id };
    return parent.id.type === 'ObjectPattern'
      ? { uses: [patternUse(parent.id, node)] }
      : asUse('value', node);
  },
  WhileStatement: testOrPass,
};

const keepsRightSide = new Set(['=', '&&=', '||=', '??=']);

function assigned(parent: t.AssignmentExpression, node: t.Node, scopes: Scopes): Flow {
  const { left, right, operator } = parent;
  if (right !== node || !keepsRightSide.has(operator)) return asUse('value', node);
  const rest = parentOf(parent)?.type === 'ExpressionStatement' ? {} : { onward: parent };
  if (isExportTarget(left, scopes)) return { ...asUse('export', node), ...rest };
  if (left.type === 'Identifier') return { uses: [], into: left, ...rest };
  return {
    uses: [left.type === 'ObjectPattern' ? patternUse(left, node) : { node, kind: 'value' }],
    ...rest,
  };
}

function compared(parent: t.BinaryExpression, node: t.Node, scopes: Scopes): Flow {
  const { left, right, operator } = parent;
  if (operator === 'instanceof' && right === node) return asUse('construct', node);
  if (operator === 'in' && right === node) return asUse('computed', node);
  const isTest =
    ['==', '!=', '===', '!=='].includes(operator) && isNullish(left === node ? right : left, scopes);
  return asUse(isTest ? 'test' : 'value', node);
}

/** `module.exports = { name: value }` */
function isExportedProperty(parent: t.ObjectProperty, node: t.Node, scopes: Scopes): boolean {
  const literal = parentOf(parent);
  const assignment = literal?.type === 'ObjectExpression' ? parentOf(literal) : null;
  return (
    parent.value === node &&
    assignment?.type === 'AssignmentExpression' &&
    assignment.right === literal &&
    isExportTarget(assignment.left, scopes)
  );
}
