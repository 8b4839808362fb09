import { builtinModules, createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import {
  builtinsIn,
  callableBuiltins,
  globalBuiltins,
  sameBuiltin,
} from '../../src/checker/builtin-members.ts';

const require = createRequire(import.meta.url);

// Those that begin with `_` are deprecated, and some others print a warning when they are loaded.
const noisy = new Set(['domain', 'inspector', 'punycode', 'repl', 'trace_events', 'wasi']);
const names = [...builtinModules.filter((name) => !/^_|^node:/.test(name) && !noisy.has(name)), 'node:test'];

const exported = new Map<string, object>(names.map((name) => [name, require(name)]));

/** Names of the builtins that are this very object. */
function namesOf(value: unknown): readonly string[] {
  return names.filter((name) => exported.get(name) === value);
}

test('builtins that are the same object have one name', () => {
  for (const value of exported.values()) expect(new Set(namesOf(value).map(sameBuiltin)).size).toBe(1);
});

test.each(names)('members of %s that are builtins', (name) => {
  const value = exported.get(name)!;
  const found = Object.keys(Object.getOwnPropertyDescriptors(value)).flatMap((key) => {
    const others = new Set(namesOf((value as Record<string, unknown>)[key]).map(sameBuiltin));
    return [...others].map((other) => [key, other]);
  });
  expect(builtinsIn(name).map(([key, other]) => [key, other])).toEqual(expect.arrayContaining(found));
});

test('those that are functions', () => {
  const targets = new Set(names.flatMap((name) => builtinsIn(name).map(([, other]) => other)));
  const functions = [...targets].filter((name) => typeof exported.get(name) === 'function');
  expect([...callableBuiltins].sort()).toEqual(functions.sort());
});

test('those that are variables of every program', () => {
  const variables = names.filter(
    (name) => (globalThis as Record<string, unknown>)[name] === exported.get(name),
  );
  expect(variables.filter((name) => !globalBuiltins.includes(name))).toEqual([]);
});
