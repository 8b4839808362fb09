import type * as t from '@babel/types';
import { ancestorsOf, parentOf } from '../../../syntax/tree.ts';
import type { ScanContext } from '../../context.ts';
import { nodesOf } from '../../nodes.ts';
import { ownerOfThis } from '../../owner.ts';
import { perScan } from '../../per-scan.ts';
import { neverRuns } from '../dead-branches.ts';
import { isSloppyAt } from '../row.ts';
import { isIgnored } from './ignored-this.ts';
import { isAskedForClass, isInstanceTest } from './instance-tests.ts';

/** A function that may be called without a `this`. */
export type PlainOwner = t.FunctionDeclaration | t.FunctionExpression | t.ObjectMethod;

/** Every sloppy function that uses its own `this`, with the places where it does. */
export const thisUses: (scan: ScanContext) => ReadonlyMap<PlainOwner, readonly t.ThisExpression[]> =
  perScan(gatherThis);

function gatherThis(scan: ScanContext): ReadonlyMap<PlainOwner, readonly t.ThisExpression[]> {
  const found = new Map<PlainOwner, t.ThisExpression[]>();
  if (scan.scopes.program.strict) return found;
  for (const node of nodesOf(scan, 'ThisExpression')) {
    const owner = ownerOfThis(node);
    if (!isPlainOwner(owner)) continue;
    // The heritage of a class is strict code, and so are its computed keys, but `this` is that of the function around it.
    if (!isSloppyAt(scan, owner.body) || neverRuns(scan, node)) continue;
    const uses = found.get(owner);
    if (uses) uses.push(node);
    else found.set(owner, [node]);
  }
  return found;
}

/** Accessors are only called through their object. */
function isPlainOwner(owner: t.Node): owner is PlainOwner {
  if (owner.type === 'ObjectMethod') return owner.kind === 'method';
  return owner.type === 'FunctionDeclaration' || owner.type === 'FunctionExpression';
}

/**
 * The uses in which the global object and `undefined` make a difference.
 *
 * `if (!(this instanceof F)) return new F()` protects what comes after it, and says the same of both; so does
 * `this instanceof F` for the branch that it opens.
 */
export function tellingUses(
  scan: ScanContext,
  owner: PlainOwner,
  uses: readonly t.ThisExpression[],
): readonly t.ThisExpression[] {
  const guard = owner.body.body.find((statement) => isInstanceGuard(scan, statement));
  return uses.filter(
    (use) =>
      !isAskedForClass(scan, use) &&
      !(guard && (use.start! > guard.start! || isKeptFor(scan, use, owner, guard))) &&
      !isInInstanceBranch(scan, owner, use) &&
      !isIgnored(scan, use),
  );
}

/** `var self = this;` before the guard, which is used after it alone: nothing that could do so earlier runs before it. */
function isKeptFor(scan: ScanContext, use: t.Node, owner: PlainOwner, guard: t.Statement): boolean {
  const declarator = parentOf(use)!;
  if (declarator.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return false;
  const before = owner.body.body.slice(0, owner.body.body.indexOf(guard));
  const references = scan.scopes.referenceOf(declarator.id)?.binding?.references ?? [];
  return (
    before.every(isPlainDeclaration) &&
    references.every(
      ({ node, dynamic }) => !dynamic && (node === declarator.id || node.start! > guard.start!),
    )
  );
}

function isPlainDeclaration(statement: t.Statement): boolean {
  if (statement.type !== 'VariableDeclaration') return statement.type === 'FunctionDeclaration';
  return statement.declarations.every(({ init }) => !init || plainValues.has(init.type));
}

const plainValues: ReadonlySet<string> = new Set([
  'BooleanLiteral',
  'Identifier',
  'NullLiteral',
  'NumericLiteral',
  'StringLiteral',
  'ThisExpression',
]);

/** `if (this instanceof F) this.x = 1;`, `this instanceof F ? this.x : 0`, `this instanceof F && this.x` */
function isInInstanceBranch(scan: ScanContext, owner: PlainOwner, use: t.Node): boolean {
  let child = use;
  for (const at of ancestorsOf(use)) {
    if (at === owner) return false;
    const isIf = at.type === 'IfStatement' || at.type === 'ConditionalExpression';
    if (isIf && at.consequent === child && isInstanceTest(scan, at.test)) return true;
    if (
      at.type === 'LogicalExpression' &&
      at.operator === '&&' &&
      at.right === child &&
      isInstanceTest(scan, at.left)
    )
      return true;
    child = at;
  }
  return false;
}

/** `if (!(this instanceof F)) return …;` or `throw …;` */
function isInstanceGuard(scan: ScanContext, statement: t.Statement): boolean {
  if (statement.type !== 'IfStatement' || !isJump(statement.consequent)) return false;
  const { test } = statement;
  if (test.type !== 'UnaryExpression' || test.operator !== '!') return false;
  return isInstanceTest(scan, test.argument);
}

function isJump(statement: t.Statement): boolean {
  const last = statement.type === 'BlockStatement' ? statement.body.at(-1) : statement;
  return last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement';
}
