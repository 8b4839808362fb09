import type * as t from '@babel/types';
import { isNamedEval } from '../../syntax/kinds.ts';
import { callsByName } from '../by-name.ts';
import { isSloppyAt, type StrictRow } from './row.ts';

/** `eval(code)`, where the code would become strict and could no longer declare variables around it. */
export const directEval: StrictRow = {
  rule: 'eval code is strict and has variables of its own',
  clause: 'Annex C; §19.2.1.1 PerformEval',
  check(scan, report) {
    for (const call of callsByName(scan).of('eval')) {
      if (!isNamedEval(call) || !isSloppyAt(scan, call)) continue;
      if (scan.scopes.referenceOf(call.callee)?.binding) continue;
      if (!isHarmless(call.arguments[0])) report.refuse('strict-eval', call);
    }
  },
};

/** Only names, members, calls and strings without escapes: `eval('require')`, `eval("typeof x")`. */
const plainExpression = /^(?:[\w$.\s()]|"[^"\\]*"|'[^'\\]*')*$/;
const wordsThatMatter =
  /\b(?:var|function|class|let|const|delete|with|this|arguments|callee|package|public|private|protected|static|interface|implements|yield|await|0\d+)\b/;

function isHarmless(argument: t.Node | undefined): boolean {
  if (argument === undefined) return true;
  if (argument.type === 'NumericLiteral' || argument.type === 'NullLiteral') return true;
  if (argument.type !== 'StringLiteral') return false;
  return plainExpression.test(argument.value) && !wordsThatMatter.test(argument.value);
}
