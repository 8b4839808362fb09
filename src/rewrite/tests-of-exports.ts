/** `typeof exports`, `module.exports ? a : b`: only the type or truthiness counts, which is known. */
import type { ExportsFacts, Range } from '../checker/facts.ts';
import type { Rewriting } from './rewriting.ts';

export function writeTests(rewriting: Rewriting): void {
  const { facts, edits } = rewriting;
  for (const { expression, result } of testsOf(facts.exports)) {
    const isPart = isInTest(rewriting, expression) || isInGoneAlias(rewriting, expression);
    if (!isPart) edits.replace(expression, result, 'runtime-feature');
  }
}

interface Test {
  readonly expression: Range;
  readonly result: string;
}

function testsOf({ mentions, moduleTests }: ExportsFacts): readonly Test[] {
  return [...mentions.flatMap(({ use }) => (use.kind === 'test' ? [use] : [])), ...moduleTests];
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

/** Whether the range is part of such a test, and not the whole of it. */
export function isInTest({ facts }: Rewriting, [start, end]: Range): boolean {
  return testsOf(facts.exports).some(({ expression: [from, to] }) => {
    const isSame = from === start && to === end;
    return from <= start && end <= to && !isSame;
  });
}
