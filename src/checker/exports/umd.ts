import type * as t from '@babel/types';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';

/** The first test for `define`, by which a wrapper for several module systems can be told; null where there is none. */
export function umdTest({ scopes }: ScanContext): t.Node | null {
  const { free } = scopes;
  if (!(free.has('exports') || free.has('module'))) return null;
  const tests = (free.get('define') ?? []).map(({ node }) => parentOf(node));
  return tests.find((node) => node?.type === 'UnaryExpression' && node.operator === 'typeof') ?? null;
}
