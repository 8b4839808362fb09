import type * as t from '@babel/types';
import { isFunction } from '../../syntax/kinds.ts';
import { ancestorsOf, contains, parentOf } from '../../syntax/tree.ts';

const loops: ReadonlySet<string> = new Set([
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
]);

/**
 * Whether `later` may run after `earlier` in one call of `owner`, which holds both. Errs on the side of yes: code of
 * an inner function may run at any time after the place where it stands, a hoisted function at any time at all.
 */
export function mayRunAfter(owner: t.Node, earlier: t.Node, later: t.Node): boolean {
  const from = outermostInside(owner, earlier);
  const to = outermostInside(owner, later);
  if (shareLoop(owner, earlier, later)) return true;
  if (to !== null && to !== from) return true;
  const start =
    from === null ? earlier.end! : from.type === 'FunctionDeclaration' ? owner.start! : from.start!;
  if (later.start! < start) return false;
  return from !== null || !isCutOff(earlier, later);
}

/** The function directly inside of `owner` in which a node stands; null where it is code of `owner` itself. */
function outermostInside(owner: t.Node, node: t.Node): t.Function | null {
  let found: t.Function | null = null;
  for (const ancestor of ancestorsOf(node)) {
    if (ancestor === owner) return found;
    if (isFunction(ancestor)) found = ancestor;
  }
  return found;
}

/** Whether a node may run more than once in one call of the function around it. */
export function isInLoop(node: t.Node): boolean {
  for (const ancestor of ancestorsOf(node)) {
    if (isFunction(ancestor)) return false;
    if (loops.has(ancestor.type)) return true;
  }
  return false;
}

function shareLoop(owner: t.Node, a: t.Node, b: t.Node): boolean {
  for (const ancestor of ancestorsOf(a)) {
    if (ancestor === owner) return false;
    if (loops.has(ancestor.type) && contains(ancestor, b)) return true;
  }
  return false;
}

/** The two stand in different branches of one `if`, or the block of the first one ends with `return` or `throw`. */
function isCutOff(earlier: t.Node, later: t.Node): boolean {
  for (let child = earlier, at = parentOf(earlier); at !== null; child = at, at = parentOf(at)) {
    if (contains(at, later)) {
      return isBranching(at) && child === at.consequent && !!at.alternate && contains(at.alternate, later);
    }
    if (at.type === 'BlockStatement' && isJump(at.body.at(-1))) return !isTried(at);
  }
  return false;
}

/** Whether a `try` around it goes on after a jump: in its handler, and its `finally`. */
function isTried(node: t.Node): boolean {
  for (let child = node, at = parentOf(node); at !== null; child = at, at = parentOf(at)) {
    if (isFunction(at)) return false;
    if (at.type === 'TryStatement' && child !== at.finalizer) return true;
  }
  return false;
}

function isBranching(node: t.Node): node is t.IfStatement | t.ConditionalExpression {
  return node.type === 'IfStatement' || node.type === 'ConditionalExpression';
}

function isJump(statement: t.Statement | undefined): boolean {
  return statement?.type === 'ReturnStatement' || statement?.type === 'ThrowStatement';
}
