import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as api from '../../src/index.ts';
import { writeFiles } from '../support/run.ts';

const SOURCE = 'exports.a = 1;\n';
let cwd: string;
beforeAll(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'esmshift-options-')));
  writeFiles(cwd, { 'package.json': '{}\n', 'a.js': SOURCE });
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** The functions as callers without types see them. */
const { check, convert, packageFacts, plan, undo, verifiedPlan } = api as unknown as {
  readonly [name in keyof typeof api]: (...args: readonly unknown[]) => unknown;
};

test.each<[args: readonly unknown[], message: string]>([
  [[], 'source must be a string, not undefined'],
  [[5], 'source must be a string, not 5'],
  [[Buffer.from(SOURCE)], 'source must be a string, not a Uint8Array'],
  [[SOURCE, null], 'options must be an object, not null'],
  [[SOURCE, 'a.js'], "options must be an object, not 'a.js'"],
  [[SOURCE, { path: null }], 'path must be a string, not null'],
  [[SOURCE, { answer: 'zz' }], "answer must be one of 'default', 'named', 'keep', not 'zz'"],
  [[SOURCE, { node: '12' }], "node must be one of '20.19', '22', '24', not '12'"],
  [[SOURCE, { node: 22 }], "node must be one of '20.19', '22', '24', not 22"],
  [[SOURCE, { objectExports: true }], "objectExports must be one of 'default', 'named', not true"],
  [[SOURCE, { lazy: 'no\nway' }], "lazy must be one of 'hoist', 'keep', 'refuse', not 'no\\nway'"],
  [[SOURCE, { requires: [] }], "requires must be one of 'convert', 'keep', not an Array"],
  [[SOURCE, { resolve: './b.js' }], "resolve must be a function, not './b.js'"],
])('convert and check of %j: %s', (args, message) => {
  for (const call of [convert, check]) expect(() => call(...args)).toThrow(new TypeError(message));
});

test.each<[options: object | undefined, message: string]>([
  [undefined, 'options must be an object, not undefined'],
  [[], 'options must be an object, not an Array'],
  [{ cwd: undefined }, 'cwd must be a string, not undefined'],
  [{ cwd: new URL('file:///project') }, 'cwd must be a string, not a URL'],
  [{ paths: 'a.js' }, "paths must be an array, not 'a.js'"],
  [{ include: 'x' }, "include must be an array, not 'x'"],
  [{ exclude: ['x', 5] }, 'exclude[1] must be a string, not 5'],
  [{ gitignore: 'false' }, "gitignore must be true or false, not 'false'"],
  [{ node: '3' }, "node must be one of '20.19', '22', '24', not '3'"],
  [{ as: 'x' }, "as must be one of 'package', 'mjs', not 'x'"],
  [{ objectExports: 'x' }, "objectExports must be one of 'default', 'named', not 'x'"],
  [{ lazy: 'x' }, "lazy must be one of 'hoist', 'keep', 'refuse', not 'x'"],
  [{ doors: 0 }, 'doors must be true or false, not 0'],
  [{ answers: new Map() }, 'answers must be an object, not a Map'],
  [{ answers: { 'a.js': 'keep' } }, 'answers["a.js"] must be an object, not \'keep\''],
  [
    { answers: { 'a.js': { shape: 'q' } } },
    "answers[\"a.js\"].shape must be one of 'default', 'named', 'keep', not 'q'",
  ],
  [{ failing: {} }, 'failing must be a Map, not an Object'],
  [{ jobs: 0.5 }, 'jobs must be a whole number from 1 up, not 0.5'],
  [{ factsIn: 'facts.jsonl' }, "factsIn must be an array, not 'facts.jsonl'"],
  [{ signal: {} }, 'signal must be an AbortSignal, not an Object'],
  [{ onProgress: 'x' }, "onProgress must be a function, not 'x'"],
])('plan of %j: %s', async (options, message) => {
  const given = Array.isArray(options) ? options : options && { cwd, command: 'exit', ...options };
  for (const call of [plan, packageFacts, verifiedPlan])
    await expect(call(given)).rejects.toThrow(new TypeError(message));
});

test.each<[options: object, message: string]>([
  [{}, 'command must be a string, not undefined'],
  [{ command: 'exit', timeoutMs: Number.NaN }, 'timeoutMs must be a number above 0, not NaN'],
  [{ command: 'exit', onRun: 1 }, 'onRun must be a function, not 1'],
])('verifiedPlan of %j: %s', async (options, message) => {
  await expect(verifiedPlan({ cwd, ...options })).rejects.toThrow(new TypeError(message));
});

test('undo, and what a plan can do, say so, too', async () => {
  await expect(undo()).rejects.toThrow(new TypeError('options must be an object, not undefined'));
  await expect(undo({ cwd, skipChanged: 1 })).rejects.toThrow(
    new TypeError('skipChanged must be true or false, not 1'),
  );
  const planned = await api.plan({ cwd });
  await expect(planned.filter('a.js' as never)).rejects.toThrow(
    new TypeError("wanted must be a function, not 'a.js'"),
  );
  await expect(planned.review('xml' as never)).rejects.toThrow(
    /^reporter must be one of 'pretty', .*, not 'xml'$/,
  );
});

test('what is left out or unknown does not count', async () => {
  expect(convert(SOURCE, { lazy: undefined, colour: 'red' })).toMatchObject({ status: 'converted' });
  expect(await plan({ cwd, paths: undefined, colour: 'red' })).toMatchObject({ root: cwd });
});
