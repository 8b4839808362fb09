import { expect, test } from '@jest/globals';
import { brokenRules } from '../scripts/byte-invariants.mjs';
import { convert } from '../src/index.ts';
import { realFiles } from './syntax/support/real-files.ts';

/** One of so many, always the same ones; `npm run campaign:bytes` takes all of the corpus. */
const EVERY = 40;
const LARGEST = 100_000;

test('real files: bytes outside of the edits stay, no comment is lost, once is enough, the output is a module', () => {
  const broken: string[] = [];
  let files = 0;
  let index = 0;
  for (const { path, source } of realFiles()) {
    if (index++ % EVERY !== 0 || source.length > LARGEST) continue;
    files++;
    broken.push(...brokenRules(convert, source, path).map((rule) => `${path}: ${rule}`));
  }
  expect(broken).toEqual([]);
  expect(files).toBeGreaterThan(50);
});
