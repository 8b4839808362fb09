import { describe, expect, test } from '@jest/globals';
import { analyse } from '../../src/syntax/analyse.ts';
import { parse } from '../../src/syntax/parse.ts';
import { type Disagreement, KNOWN_DIFFERENCES } from './support/known-differences.ts';
import { ourOutcomes } from './support/our-outcomes.ts';
import { realFiles } from './support/real-files.ts';
import { referenceOutcomes } from './support/reference-outcomes.ts';

interface Comparison {
  readonly identifiers: number;
  /** By offset. */
  readonly disagreements: ReadonlyMap<number, Disagreement>;
}

/** Compares what the two analysers say about every identifier that at least one of them takes for a reference. */
function compare(source: string, path: string): Comparison {
  const { program, goal } = parse(source, { path });
  const scopes = analyse(program);
  const ours = ourOutcomes(scopes);
  const theirs = referenceOutcomes(source, goal);
  const byOffset = new Map(scopes.references.map((reference) => [reference.node.start!, reference]));
  const offsets = new Set([...ours.keys(), ...theirs.keys()]);
  const disagreements = new Map<number, Disagreement>();
  for (const offset of offsets) {
    if (JSON.stringify(ours.get(offset)) === JSON.stringify(theirs.get(offset))) continue;
    disagreements.set(offset, { scopes, ours: byOffset.get(offset), theirs: theirs.get(offset) });
  }
  return { identifiers: offsets.size, disagreements };
}

function isKnown(disagreement: Disagreement): boolean {
  return KNOWN_DIFFERENCES.some(({ explains }) => explains(disagreement));
}

describe('agreement with the reference scope analyser', () => {
  test('on every identifier of at least 2,000 real files', () => {
    let files = 0;
    let identifiers = 0;
    const unexplained: string[] = [];
    for (const { path, source } of realFiles()) {
      const comparison = compare(source, path);
      if (comparison.identifiers > 0) files++;
      identifiers += comparison.identifiers;
      for (const [offset, disagreement] of comparison.disagreements) {
        if (!isKnown(disagreement)) unexplained.push(`${path}:${offset}`);
      }
    }
    expect(unexplained).toEqual([]);
    expect(files).toBeGreaterThanOrEqual(2000);
    expect(identifiers).toBeGreaterThan(100_000);
  });

  test.each(KNOWN_DIFFERENCES)('differs, as meant: $why', ({ example, explains }) => {
    const { disagreements } = compare(example, 'example.js');
    expect(disagreements.size).toBeGreaterThan(0);
    for (const disagreement of disagreements.values()) expect(explains(disagreement)).toBe(true);
  });
});
