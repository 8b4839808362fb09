import type { ModuleFacts, Range } from '../../../src/checker/facts.ts';
import { scan } from '../../../src/checker/scan.ts';
import type { ModuleDecision } from '../../../src/rewrite/decision.ts';
import type { Edit } from '../../../src/rewrite/edit.ts';
import { outputProblem } from '../../../src/rewrite/output.ts';
import { applyEdits, rewrite } from '../../../src/rewrite/rewrite.ts';
import { decisionFor } from './decision.ts';

/** Converts a file alone, and checks what holds for every conversion. */
export function convert(
  source: string,
  changes: Partial<ModuleDecision> = {},
  path = 'lib/thing.js',
): string {
  return convertWith(source, (facts) => decisionFor(facts, changes), path);
}

export function convertWith(
  source: string,
  decide: (facts: ModuleFacts) => ModuleDecision,
  path = 'lib/thing.js',
) {
  const facts = scan(source, { path });
  const edits = rewrite(source, facts, decide(facts));
  const code = applyEdits(source, edits);
  const broken = brokenPromises(source, facts, edits, code);
  if (broken.length > 0) throw new Error(`${broken.join('; ')}\n${code}`);
  return code;
}

/** What a conversion promises whatever the file: each promise that it breaks, in a few words. */
export function brokenPromises(
  source: string,
  facts: ModuleFacts,
  edits: readonly Edit[],
  code: string,
): readonly string[] {
  const problem = outputProblem(code, facts.path);
  if (problem !== null) return [`does not parse: ${problem.args.reason}`];
  const after = scan(code, { path: facts.path.replace(/(?:\.js)?$/, '.mjs') });
  return [
    ...(isUntouchedOutside(source, edits, code) ? [] : ['bytes outside of the edits changed']),
    ...missing('comment lost', texts(source, facts.layout.comments), texts(code, after.layout.comments)),
    ...missing('comment made up', texts(code, after.layout.comments), texts(source, facts.layout.comments)),
    ...(rewrite(code, after, decisionFor(after)).length === 0 ? [] : ['a second run changes it again']),
  ];
}

function isUntouchedOutside(source: string, edits: readonly Edit[], code: string): boolean {
  let before = 0;
  let after = 0;
  for (const { start, end, text } of edits) {
    const kept = source.slice(before, start);
    if (!code.startsWith(kept + text, after)) return false;
    after += kept.length + text.length;
    before = end;
  }
  return code.slice(after) === source.slice(before);
}

const texts = (source: string, ranges: readonly Range[]): readonly string[] =>
  // `<!--` becomes `//`.
  ranges.map(([start, end]) => source.slice(start, end).replace(/^(?:<!--|-->)/, '//'));

function missing(what: string, wanted: readonly string[], there: readonly string[]): readonly string[] {
  const count = new Map<string, number>();
  for (const text of there) count.set(text, (count.get(text) ?? 0) + 1);
  return wanted.flatMap((text) => {
    const left = count.get(text) ?? 0;
    count.set(text, left - 1);
    return left > 0 ? [] : [`${what}: ${text}`];
  });
}
