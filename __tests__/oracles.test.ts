import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { doorsIn } from '../campaigns/oracles/installed.mjs';
import { judge } from '../campaigns/oracles/judge.mjs';
import { askOracles, known } from '../campaigns/oracles/oracles.mjs';
import { scan } from '../src/checker/scan.ts';

// A slice of `npm run oracles`: the dependencies, and the installed packages that are known to disagree.

const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const disagreeing = new Set(
  Object.keys(known.disagreements).map((text) => /^[^:/]*(?:\/[^:/@]+@[^:/]+)?/.exec(text)![0]),
);

const installed = doorsIn([fileURLToPath(new URL('../node_modules', import.meta.url))]);
const packages = new Map(
  [...installed].filter(
    ([id]) => Object.hasOwn(dependencies, id.slice(0, id.lastIndexOf('@'))) || disagreeing.has(id),
  ),
);

test('our facts, the lexer and what loads agree on the names of exports, but for the reasons that are known', () => {
  const { counts, unknown, settled } = askOracles(packages, scan);
  expect({ unknown, settled }).toEqual({ unknown: [], settled: [] });
  expect(counts.lexed).toBeGreaterThan(12);
  expect(counts.loaded).toBeGreaterThan(12);
});

test('each disagreement has a reason', () => {
  expect(
    Object.values(known.disagreements).filter((reason) => !Object.hasOwn(known.reasons, reason)),
  ).toEqual([]);
});

test('a name too many and one too few are noticed', () => {
  const doors = packages.get([...packages.keys()].find((id) => id.startsWith('supports-color@'))!)!;
  const spoilt: typeof scan = (source, options) => {
    const facts = scan(source, options);
    const literal = (facts.exports.literal ?? []).map((property, index) =>
      index === 0 ? { ...property, key: 'spoilt' } : property,
    );
    return { ...facts, exports: { ...facts.exports, literal } };
  };
  const { disagreements } = judge(doors, spoilt);
  expect(disagreements.join('\n')).toMatch(/require finds .*\n.*require misses spoilt/);
});
