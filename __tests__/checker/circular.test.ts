import { expect, test } from '@jest/globals';
import { Circular } from '../../src/checker/timeline/circular.ts';
import { either, optionsOf, own, type Value } from '../../src/checker/timeline/value.ts';

const named = (name: string): Value => ({ kind: 'global', name });
const namesIn = (value: Value): readonly string[] =>
  optionsOf(value)
    .flatMap((option) => (option.kind === 'global' ? [option.name] : []))
    .sort();

/** Variables, each of which may hold a value of its own and what others hold. */
function variables(takes: Readonly<Record<string, readonly string[]>>): (name: string) => readonly string[] {
  const circular = new Circular();
  const of = (name: string): Value => circular.of(name, () => either([named(name), ...takes[name]!.map(of)]));
  return (name) => namesIn(of(name));
}

test.each(['abc', 'cba', 'bac', 'bca'])('whoever is asked for first: %s', (asked) => {
  const of = variables({ a: ['b'], b: ['c', 'b'], c: ['a', 'd'], d: [] });
  for (const name of asked) expect(of(name)).toEqual(['a', 'b', 'c', 'd']);
  expect(of('d')).toEqual(['d']);
});

test('a cycle inside of another, and what only leads to them', () => {
  const takes = { a: ['b', 'x'], b: ['c'], c: ['b', 'a'], x: ['y'], y: ['x'], z: ['a'] };
  for (const first of Object.keys(takes)) {
    const of = variables(takes);
    of(first);
    expect(of('x')).toEqual(['x', 'y']);
    expect(of('b')).toEqual(['a', 'b', 'c', 'x', 'y']);
    expect(of('a')).toEqual(['a', 'b', 'c', 'x', 'y']);
    expect(of('z')).toEqual(['a', 'b', 'c', 'x', 'y', 'z']);
  }
});

test('what never comes to rest is not known', () => {
  const circular = new Circular();
  let rounds = 0;
  const of = (): Value => circular.of('a', () => either([of(), named(`${rounds++}`)]));
  expect(of()).toEqual({ kind: 'unknown' });
  expect(circular.of('a', () => own)).toEqual({ kind: 'unknown' });
});
