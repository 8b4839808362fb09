import type * as t from '@babel/types';
import detectIndent from 'detect-indent';
import { parentOf } from '../syntax/tree.ts';
import type { ScanContext } from './context.ts';
import type { Layout, Range } from './facts.ts';
import { topOf } from './header.ts';
import { nodesOf, rangeOf } from './nodes.ts';

/** The author's habits and the places where something may be put in or taken out. */
export function layoutFacts(context: ScanContext): Layout {
  const { source, parsed } = context;
  const { lastReturn } = parsed;
  const { body, directives } = parsed.program;
  const top = topOf(context);
  return {
    quote: dominantQuote(context),
    semicolons: endsWithSemicolons(context),
    lineEnd: dominantLineEnd(source),
    indent: indentOf(source),
    top,
    bottom: body.at(-1)?.end ?? top,
    useStrict: directives.filter(({ value }) => value.value === 'use strict').map(rangeOf),
    lastReturn: lastReturn && [lastReturn.start, lastReturn.end],
    comments: parsed.comments.map(({ start, end }): Range => [start!, end!]),
    statements: body.map(rangeOf),
  };
}

/** The quote of most strings; the first one's where both are as frequent; attributes of JSX follow other habits. */
function dominantQuote(context: ScanContext): Layout['quote'] {
  let first = '';
  let balance = 0;
  for (const type of ['DirectiveLiteral', 'StringLiteral'] as const) {
    for (const node of nodesOf(context, type)) {
      if (parentOf(node)?.type === 'JSXAttribute') continue;
      const quote = context.source[node.start!]!;
      first ||= quote;
      if (quote === '"') balance += 1;
      else if (quote === "'") balance -= 1;
    }
  }
  return balance > 0 || (balance === 0 && first === '"') ? 'double' : 'single';
}

/** Statements that end with a semicolon, or where a line end may stand for it. */
const semicolonStatements: readonly t.Node['type'][] = [
  'Directive',
  'ExpressionStatement',
  'ReturnStatement',
  'ThrowStatement',
  'VariableDeclaration',
  'ImportDeclaration',
  'ExportAllDeclaration',
];

function endsWithSemicolons(context: ScanContext): boolean {
  const { directives, body } = context.parsed.program;
  const statements = [...directives, ...body, ...nodesOf(context, 'ReturnStatement')];
  let balance = 0;
  for (const { type, end } of statements) {
    if (semicolonStatements.includes(type)) balance += context.source[end! - 1] === ';' ? 1 : -1;
  }
  return balance >= 0;
}

/** How much of a long text tells how its author indents. */
const ENOUGH = 10_000;

function indentOf(source: string): string {
  const hasAny = /^[ \t]/.test(source) || source.includes('\n ') || source.includes('\n\t');
  if (!hasAny) return '  ';
  const end = source.length > ENOUGH ? source.lastIndexOf('\n', ENOUGH) + 1 : source.length;
  return detectIndent(source.slice(0, end || ENOUGH)).indent || detectIndent(source).indent || '  ';
}

function dominantLineEnd(source: string): Layout['lineEnd'] {
  if (!source.includes('\r')) return '\n';
  if (!/\r(?!\n)|(?<!\r)\n/.test(source)) return '\r\n';
  const counts = new Map<string, number>();
  for (const [end] of source.matchAll(/\r\n?|\n/g)) counts.set(end, (counts.get(end) ?? 0) + 1);
  // A map keeps the order of first occurrence, and sorting is stable: in doubt the first one wins.
  const [dominant] = [...counts].sort(([, a], [, b]) => b - a);
  return (dominant?.[0] ?? '\n') as Layout['lineEnd'];
}
