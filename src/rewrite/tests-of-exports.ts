/** `typeof exports`, `module.exports ? a : b`: only the type or truthiness counts, which is known. */
import type { Range } from '../checker/facts.ts';
import type { Rewriting } from './rewriting.ts';

export function writeTests({ facts, edits }: Rewriting): void {
  for (const { use } of facts.exports.mentions) {
    if (use.kind === 'test') edits.replace(use.expression, use.result, 'runtime-feature');
  }
}

/** Whether the range is part of such a test. */
export function isInTest({ facts }: Rewriting, [start, end]: Range): boolean {
  return facts.exports.mentions.some(
    ({ use }) => use.kind === 'test' && use.expression[0] <= start && end <= use.expression[1],
  );
}
