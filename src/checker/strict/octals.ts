import type * as t from '@babel/types';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf, rangeOf } from '../nodes.ts';
import type { StrictRow } from './row.ts';

/** `010` -> `0o10`, `089` -> `89` */
export const octalNumbers: StrictRow = {
  rule: 'Numbers that start with 0 and another digit are syntax errors',
  clause: 'Annex C; §12.9.3, §12.9.3.1',
  check(scan, report) {
    for (const literal of nodesOf(scan, 'NumericLiteral')) {
      if (scan.source[literal.start!] !== '0') continue;
      const text = modernNumber(textOf(scan, literal));
      if (text !== null) report.mend('strict-octal', rangeOf(literal), text);
    }
  },
};

/** `'\101'` -> `'\x41'`, `'\8'` -> `'8'` */
export const octalEscapes: StrictRow = {
  rule: 'Octal escapes, \\8 and \\9 in strings are syntax errors',
  clause: 'Annex C; §12.9.4.1',
  check(scan, report) {
    if (!scan.source.includes('\\')) return;
    for (const type of ['StringLiteral', 'DirectiveLiteral'] as const) {
      for (const literal of nodesOf(scan, type)) {
        if (!isEscaped(literal)) continue;
        const text = textOf(scan, literal);
        const modern = isJsxAttribute(literal) ? text : modernString(text);
        if (modern !== text) report.mend('strict-octal', rangeOf(literal), modern);
      }
    }
  },
};

/** A string with an escape is shorter than its text between the quotes; a directive's value is that text. */
function isEscaped(literal: t.StringLiteral | t.DirectiveLiteral): boolean {
  if (literal.type === 'DirectiveLiteral') return literal.value.includes('\\');
  return literal.value.length !== literal.end! - literal.start! - 2;
}

function textOf(scan: ScanContext, node: t.Node): string {
  return scan.source.slice(node.start!, node.end!);
}

function modernNumber(text: string): string | null {
  if (/^0[0-7]+$/.test(text)) return `0o${text.replace(/^0+(?=.)/, '')}`;
  return /^0\d/.test(text) ? text.replace(/^0+(?=\d)/, '') : null;
}

/** In a JSX attribute a backslash is a backslash. */
function isJsxAttribute(node: t.Node): boolean {
  return parentOf(node)?.type === 'JSXAttribute';
}

const escapes = /\\(?:([0-3]?[0-7]{1,2})|([89])|.)/gs;

function modernString(text: string): string {
  return text.replace(escapes, (whole, octal: string | undefined, digit: string | undefined, at: number) => {
    if (digit !== undefined) return digit;
    if (octal === undefined) return whole;
    const isNull = octal === '0' && !/\d/.test(text.charAt(at + whole.length));
    return isNull ? whole : `\\x${Number.parseInt(octal, 8).toString(16).padStart(2, '0')}`;
  });
}
