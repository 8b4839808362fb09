import type * as t from '@babel/types';
import { isNamedEval } from '../../syntax/kinds.ts';
import type { ScanContext } from '../context.ts';
import { type Finding, makeFinding } from '../finding.ts';
import { nodesOf, rangeOf } from '../nodes.ts';

/** What a conversion takes away or renames: eval code that names one of these would miss it. */
const wrapperNames: readonly string[] = [
  '__dirname',
  '__filename',
  'arguments',
  'exports',
  'module',
  'require',
  'this',
];

/** Direct `eval`, whose code sees every name of the file, unless it is a literal that mentions none. */
export function scopeFindings(context: ScanContext): readonly Finding[] {
  const { scopes, parsed } = context;
  if (parsed.goal === 'module' || !scopes.free.has('eval')) return [];
  const calls = nodesOf(context, 'CallExpression');
  return calls
    .filter(isOpenEval)
    .map((call) => makeFinding('dynamic-scope', { range: rangeOf(call), settledBy: ['keep'] }));

  function isOpenEval(call: t.CallExpression): boolean {
    const [code] = call.arguments;
    if (!isNamedEval(call)) return false;
    if (scopes.referenceOf(call.callee)?.binding !== null || code === undefined) return false;
    return code.type !== 'StringLiteral' || mentionsNames(code.value);
  }

  function mentionsNames(code: string): boolean {
    if (/\\u|\beval\b|\bFunction\b/.test(code)) return true;
    const words = code.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? [];
    return words.some((word) => wrapperNames.includes(word) || scopes.program.bindings.has(word));
  }
}
