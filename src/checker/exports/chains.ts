import type * as t from '@babel/types';
import { parentOf } from '../../syntax/tree.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import { withCasts } from './roles.ts';

/** `a = b = value` as a statement of the program or as the initialiser of one of its declarations. */
export interface ChainDraft {
  readonly statement: t.Node;
  readonly declarator: t.VariableDeclarator | null;
  /** The assignments, outermost first. */
  readonly assignments: readonly t.AssignmentExpression[];
  readonly value: t.Node;
}

export interface ChainDrafts {
  readonly list: readonly ChainDraft[];
  /** The chain to which an assignment (or the declarator around one) belongs. */
  indexOf(expression: t.Node): number | null;
}

/**
 * Finds the chains to which assignments belong.
 *
 * @param expressions assignments to the exports, of whatever form and wherever they stand.
 */
export function draftChains(expressions: readonly t.Node[]): ChainDrafts {
  const drafts = new Map<t.Node, ChainDraft>();
  const seen = new Set<t.Node>();
  for (const expression of expressions) {
    const inner = expression.type === 'VariableDeclarator' ? unwrap(expression.init!) : expression;
    if (!isLink(inner) || seen.has(inner)) continue;
    const root = rootOf(inner);
    const assignments = linksFrom(root);
    for (const assignment of assignments) seen.add(assignment);
    const draft = draftAround(root, assignments);
    if (draft !== null) drafts.set(root, draft);
  }
  const list = [...drafts.values()].sort(
    (a, b) => a.statement.start! - b.statement.start! || startOf(a) - startOf(b),
  );
  const indices = new Map<t.Node, number>();
  for (const [index, { assignments, declarator }] of list.entries()) {
    for (const assignment of assignments) indices.set(assignment, index);
    if (declarator !== null) indices.set(declarator, index);
  }
  return { list, indexOf: (expression) => indices.get(expression) ?? null };
}

function draftAround(
  root: t.AssignmentExpression,
  assignments: readonly t.AssignmentExpression[],
): ChainDraft | null {
  const holder = parentOf(withCasts(root));
  const declaration = holder?.type === 'VariableDeclarator' ? parentOf(holder) : null;
  const statement = declaration ?? holder;
  if (statement === null || parentOf(statement)?.type !== 'Program') return null;
  if (declaration === null && statement.type !== 'ExpressionStatement') return null;
  const declarator = holder?.type === 'VariableDeclarator' ? holder : null;
  return { statement, declarator, assignments, value: assignments.at(-1)!.right };
}

function rootOf(link: t.AssignmentExpression): t.AssignmentExpression {
  let root = link;
  for (;;) {
    const outer = withCasts(root);
    const parent = parentOf(outer);
    if (parent === null || !isLink(parent) || parent.right !== outer) return root;
    root = parent;
  }
}

function linksFrom(root: t.AssignmentExpression): readonly t.AssignmentExpression[] {
  const links = [root];
  for (let next = unwrap(root.right); isLink(next); next = unwrap(next.right)) links.push(next);
  return links;
}

function isLink(node: t.Node): node is t.AssignmentExpression {
  return node.type === 'AssignmentExpression' && node.operator === '=';
}

function startOf({ declarator, assignments }: ChainDraft): number {
  return (declarator ?? assignments[0]!).start!;
}
