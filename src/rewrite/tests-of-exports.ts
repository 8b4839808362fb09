/** `typeof exports`, `module.exports ? a : b`: only the type or truthiness counts, which is known. */
import type { Range } from '../checker/facts.ts';
import type { Rewriting } from './rewriting.ts';

export function writeTests(rewriting: Rewriting): void {
  const { facts, edits } = rewriting;
  for (const { use } of facts.exports.mentions) {
    if (use.kind !== 'test' || isInGoneAlias(rewriting, use.expression)) continue;
    edits.replace(use.expression, use.result, 'runtime-feature');
  }
  for (const { expression, result } of facts.exports.moduleTests) {
    if (!isInGoneAlias(rewriting, expression)) edits.replace(expression, result, 'runtime-feature');
  }
}

/** Whether the range goes with what binds an alias: `var e = typeof exports === 'undefined' ? {} : exports`. */
export function isInGoneAlias({ facts, decision }: Rewriting, [start, end]: Range): boolean {
  const { aliases, versions } = facts.exports;
  const isNamed = decision.shape !== 'default' && versions.length === 1;
  return aliases.some(({ of, pattern, declarator, parameter, assignment }) => {
    const range = declarator?.range ?? parameter?.argument ?? assignment;
    const goes = isNamed || of === 'module' || pattern;
    return goes && range != null && range[0] <= start && end <= range[1];
  });
}

/** Whether the range is part of such a test. */
export function isInTest({ facts }: Rewriting, [start, end]: Range): boolean {
  return facts.exports.mentions.some(
    ({ use }) => use.kind === 'test' && use.expression[0] <= start && end <= use.expression[1],
  );
}
