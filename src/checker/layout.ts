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
  const { body, directives } = parsed.program;
  const top = topOf(context);
  return {
    quote: dominantQuote(context),
    semicolons: endsWithSemicolons(context),
    lineEnd: dominantLineEnd(source),
    indent: detectIndent(source).indent || '  ',
    top,
    bottom: body.at(-1)?.end ?? top,
    useStrict: directives.filter(({ value }) => value.value === 'use strict').map(rangeOf),
    comments: parsed.comments.map(({ start, end }): Range => [start!, end!]),
    statements: body.map(rangeOf),
  };
}

/** The quote of most strings; the first one's where both are as frequent; attributes of JSX follow other habits. */
function dominantQuote(context: ScanContext): Layout['quote'] {
  const strings = [
    ...nodesOf(context, 'DirectiveLiteral'),
    ...nodesOf(context, 'StringLiteral').filter((node) => parentOf(node)?.type !== 'JSXAttribute'),
  ];
  const quotes = strings.map((node) => context.source[node.start!]);
  const double = quotes.filter((quote) => quote === '"').length;
  const single = quotes.filter((quote) => quote === "'").length;
  if (double === single) return quotes[0] === '"' ? 'double' : 'single';
  return double > single ? 'double' : 'single';
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

function dominantLineEnd(source: string): Layout['lineEnd'] {
  if (!source.includes('\r')) return '\n';
  const counts = new Map<string, number>();
  for (const [end] of source.matchAll(/\r\n?|\n/g)) counts.set(end, (counts.get(end) ?? 0) + 1);
  // A map keeps the order of first occurrence, and sorting is stable: in doubt the first one wins.
  const [dominant] = [...counts].sort(([, a], [, b]) => b - a);
  return (dominant?.[0] ?? '\n') as Layout['lineEnd'];
}
