import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { emit, emitToFile } from '../../src/cli/output.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'esmshift-output-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

/** Pieces of a text whose reader interrupts after the first. */
function* interrupted(controller: AbortController): Iterable<string> {
  yield 'one\n';
  controller.abort(new Error('enough'));
  yield 'two\n';
}

test('a result takes the place of an older one', async () => {
  writeFileSync(join(cwd, 'r.txt'), 'old');
  await emitToFile('r.txt', { cwd, signal: new AbortController().signal }, ['a', 'b']);
  expect(readFileSync(join(cwd, 'r.txt'), 'utf8')).toBe('ab');
  expect(readdirSync(cwd)).toEqual(['r.txt']);
});

test('an interruption leaves the older one as it was, and nothing beside it', async () => {
  writeFileSync(join(cwd, 'r.txt'), 'old');
  const controller = new AbortController();
  const { signal } = controller;
  await expect(emitToFile('r.txt', { cwd, signal }, interrupted(controller))).rejects.toThrow('enough');
  expect(readFileSync(join(cwd, 'r.txt'), 'utf8')).toBe('old');
  expect(readdirSync(cwd)).toEqual(['r.txt']);
});

test('an interruption ends what goes to stdout', async () => {
  const controller = new AbortController();
  const stdout = new PassThrough();
  await expect(emit(stdout, interrupted(controller), controller.signal)).rejects.toThrow('enough');
  expect(String(stdout.read())).toBe('one\n');
});

test('a place that cannot be written to is named', async () => {
  const { signal } = new AbortController();
  await expect(emitToFile('no/such/r.txt', { cwd, signal }, ['a'])).rejects.toThrow(
    'no/such/r.txt cannot be written (ENOENT).',
  );
});
