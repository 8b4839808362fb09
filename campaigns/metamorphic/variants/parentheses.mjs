// @ts-check
import { parsed, replaced, traverse } from '../syntax.mjs';

/**
 * @typedef {import('@babel/traverse').NodePath} NodePath
 * @typedef {import('@babel/types').Node} Node
 */

/** Where any expression may stand in parentheses without another meaning: by type of the parent, its fields. */
const PLACES = /** @type {Readonly<Record<string, readonly string[]>>} */ ({
  AssignmentExpression: ['left', 'right'],
  ArrowFunctionExpression: ['body'],
  BinaryExpression: ['left', 'right'],
  CallExpression: ['callee', 'arguments'],
  ConditionalExpression: ['test', 'consequent', 'alternate'],
  ExpressionStatement: ['expression'],
  IfStatement: ['test'],
  LogicalExpression: ['left', 'right'],
  MemberExpression: ['object'],
  NewExpression: ['arguments'],
  ObjectProperty: ['value'],
  ReturnStatement: ['argument'],
  ThrowStatement: ['argument'],
  UnaryExpression: ['argument'],
  VariableDeclarator: ['init'],
});

/** No expressions, or parts of a larger one that parentheses would cut. */
const NEVER = /^(?:Super|Import|SpreadElement|PrivateName|.*Pattern|Optional.*|BlockStatement)$/;

/**
 * Parentheses around each expression that may have them.
 *
 * @param {string} source
 */
export function parentheses(source) {
  const file = parsed(source);
  if (file === null) return null;
  /** @type {import('../syntax.mjs').Replacement[]} */
  const opening = [];
  /** @type {import('../syntax.mjs').Replacement[]} */
  const closing = [];
  traverse(file, {
    enter(path) {
      if (!mayStandInParentheses(path)) return;
      const { start, end } = /** @type {{ start: number, end: number }} */ (path.node);
      opening.push({ start, end: start, text: ' (' });
      closing.push({ start: end, end, text: ')' });
    },
  });
  // What closes comes before what opens at the same place.
  return replaced(source, [...closing, ...opening]);
}

/** @param {NodePath} path */
function mayStandInParentheses(path) {
  const { node, parent } = path;
  if (!PLACES[parent?.type]?.includes(path.listKey ?? String(path.key))) return false;
  if (NEVER.test(node.type)) return false;
  if (path.key === 'left' && parent.type === 'AssignmentExpression') return isMember(node) && !opens(path);
  // `delete (x)` of a name is another program.
  if (parent.type === 'UnaryExpression' && parent.operator === 'delete') return false;
  if (
    parent.type === 'ObjectProperty' &&
    (parent.shorthand || path.parentPath?.parent.type === 'ObjectPattern')
  )
    return false;
  return !opens(path);
}

/** @param {Node} node */
function isMember({ type }) {
  return type === 'MemberExpression';
}

/**
 * Whether a parenthesis would be the first token of a statement: the statement before it might go on there.
 *
 * @param {NodePath} path
 */
function opens({ node, parentPath }) {
  const statement = parentPath?.getStatementParent();
  return statement?.node.type === 'ExpressionStatement' && statement.node.start === node.start;
}
