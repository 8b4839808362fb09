import { expect, test } from '@jest/globals';
import type { PassedOn } from '../../src/checker/facts.ts';
import { scan } from '../../src/checker/scan.ts';

const passedOn = (source: string): readonly PassedOn[] => scan(source, { path: 'index.js' }).sloppy.passedOn;

/** Each variable gets one value of another module, and may hand it to the next one. */
function chainOf(length: number): string {
  const names = Array.from({ length }, (_, index) => `v${index}`);
  const takes = names.map((name) => `let ${name} = lib.${name};`);
  const hands = names.map((name, index) => `${name} = ${names[(index + 1) % length]!};`);
  return ["const lib = require('./lib');", ...takes, ...hands, 'exports.out = v0;'].join('\n');
}

test('of a few values it is told where each goes', () => {
  const facts = passedOn(`
    const lib = require('./lib');
    exports.first = lib.a;
    exports.second = lib.b;
  `);
  expect(facts.map(({ taken, keys }) => [taken.map(({ key }) => key), keys])).toEqual([
    [['a'], ['first']],
    [['b'], ['second']],
  ]);
});

test('of many that go everywhere it is told once where they go', () => {
  const facts = passedOn(chainOf(600));
  expect(facts).toHaveLength(1);
  expect(facts[0]!.taken).toHaveLength(600);
  expect(facts[0]!.keys).toEqual(['out']);
});
