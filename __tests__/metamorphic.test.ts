import { expect, test } from '@jest/globals';
import { projectOf } from '../campaigns/fuzz/campaign.mjs';
import { differentVerdicts } from '../campaigns/metamorphic/files.mjs';
import { differentProjects } from '../campaigns/metamorphic/projects.mjs';
import { brokenRuns } from '../campaigns/metamorphic/runs.mjs';
import { variants } from '../campaigns/metamorphic/variants.mjs';
import { convert } from '../src/index.ts';
import { plan } from '../src/plan.ts';
import { realFiles } from './syntax/support/real-files.ts';

// A slice of `npm run metamorphic`.

const projects = Array.from({ length: 6 }, (_, index) => projectOf(index + 1));
const EVERY = 290;
const LARGEST = 40_000;

const comment = ' /* exports = module; require("./x") */ ';

test.each<[string, string, string]>([
  ['crlf', 'a;\nb;', 'a;\r\nb;'],
  ['byteOrderMark', 'a;', '\ufeffa;'],
  ['tabs', 'if (a)\n  b;', 'if (a)\n\tb;'],
  ['comments', 'a(`b`)', `${comment}a${comment}(\`b\`)${comment}`],
  ['parentheses', 'a.b = c;\nx = (a.b) = 1;', 'a.b =  (c);\nx =  (( ( (a).b)) =  (1));'],
  ['renamed', 'var a; f({ a, b: a });', 'var _renamed_a; f({ a: _renamed_a, b: _renamed_a });'],
  ['reordered', 'function a() {}\nfunction b() {}', 'function b() {}\nfunction a() {}'],
  ['minified', 'exports.a = 1; // one', 'exports.a=1;'],
])('the variant %s', (name, source, expected) => {
  expect(variants[name]?.(source)).toBe(expected);
});

test('generated projects get the same verdicts in every variant, and behave the same', async () => {
  expect(await differentProjects(projects, plan)).toEqual([]);
});

test('the order of the files, the number of threads and a second run change nothing; a dry run tells the truth', async () => {
  expect(await brokenRuns(projects, plan)).toEqual([]);
});

test('real files get the same verdict in every variant', () => {
  const different: string[] = [];
  let index = 0;
  for (const { path, source } of realFiles())
    if (index++ % EVERY === 0 && source.length < LARGEST)
      different.push(...differentVerdicts(convert, source, path).map((line) => `${path}: ${line}`));
  expect(different).toEqual([]);
});
