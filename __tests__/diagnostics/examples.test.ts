import { beforeAll, describe, expect, test } from '@jest/globals';
import { diagnosticCodes, explainCode } from '../../src/checker/diagnostics/explain.ts';
import { inFolder, pooled, runEntry, type Seen } from './example-folder.ts';

/** What only the command of --verify finds out, and a bug of ours: no input is known to bring these about. */
const WITHOUT_EXAMPLE = ['verify-failed', 'internal-output-invalid'];

const examples = diagnosticCodes.map((code) => ({ code, example: explainCode(code)!.example }));
const dangers = examples.flatMap(({ code, example }) =>
  example?.naive ? [{ code, before: example.files, after: example.naive }] : [],
);

test('every code but those without a cause has an example', () => {
  const without = examples.filter(({ example }) => example === null);
  expect(without.map(({ code }) => code)).toEqual(WITHOUT_EXAMPLE);
});

test('every example has its entries and the file that it is about', () => {
  const incomplete = examples.filter(({ example }) => {
    if (example === null) return false;
    const { files, file, paths = [], naive } = example;
    const concerned = file in files || paths.includes(file);
    return !('main.js' in files && concerned && (!naive || 'main.mjs' in naive || 'main.cjs' in naive));
  });
  expect(incomplete.map(({ code }) => code)).toEqual([]);
});

describe('the naive conversion is not the same program:', () => {
  const seen = new Map<string, { before: Seen; after: Seen }>();

  beforeAll(async () => {
    await pooled(dangers, async ({ code, before, after }) => {
      const entry = 'main.mjs' in after ? 'main.mjs' : 'main.cjs';
      seen.set(code, {
        before: await inFolder(before, (folder) => runEntry(folder, 'main.js')),
        after: await inFolder({ ...before, ...after }, (folder) => runEntry(folder, entry)),
      });
    });
  });

  test.each(dangers)('$code', ({ code }) => {
    const { before, after } = seen.get(code)!;
    expect(before.error).toBeNull();
    expect(before.stdout).not.toBe('');
    expect({ ...after, error: null }).not.toEqual(before);
  });
});
