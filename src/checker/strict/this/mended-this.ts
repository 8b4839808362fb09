import type * as t from '@babel/types';
import { ancestorsOf, parentOf } from '../../../syntax/tree.ts';
import type { ScanContext } from '../../context.ts';
import type { Mend } from '../../facts.ts';
import { rangeOf } from '../../nodes.ts';
import { isNeverBound } from '../free-names.ts';

/**
 * `this.x` -> `(this ?? globalThis).x`: what sloppy code has for `this` (ECMA-262 §10.2.1.2 OrdinaryCallBindThis), but
 * for primitive values. Null where `globalThis` is a variable of the file.
 */
export function mendsOfThis(scan: ScanContext, uses: readonly t.ThisExpression[]): readonly Mend[] | null {
  if (!isNeverBound(scan, 'globalThis')) return null;
  return uses.map((use) => ({
    range: rangeOf(use),
    text: `${mayContinueStatement(use) ? ';' : ''}(this ?? globalThis)`,
    code: 'strict-this-or-global',
  }));
}

/** Whether a parenthesis in its place could continue the statement before (§12.10.1). */
function mayContinueStatement(use: t.Node): boolean {
  const statement = [...ancestorsOf(use)].find(({ type }) => type === 'ExpressionStatement');
  const block = statement?.start === use.start ? parentOf(statement!) : null;
  if (block?.type !== 'BlockStatement' && block?.type !== 'SwitchCase') return false;
  const statements: readonly t.Node[] =
    block.type === 'BlockStatement' ? [...block.directives, ...block.body] : block.consequent;
  const before = statements[statements.indexOf(statement!) - 1];
  return before !== undefined && !closed.has(before.type);
}

/** Statements that end without a semicolon. */
const closed: ReadonlySet<string> = new Set(['BlockStatement', 'ClassDeclaration', 'FunctionDeclaration']);
