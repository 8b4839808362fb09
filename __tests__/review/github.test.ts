import { expect, test } from '@jest/globals';
import { github } from '../../src/review/github.ts';
import { plain, printed, reviewed } from './reviewed.ts';

const review = reviewed({
  path: 'lib/a,b: 100%.js',
  status: 'refused',
  before: 'const self = exports;\nextend(\nself);\n',
  findings: [
    { range: [30, 34], args: { alias: 'self', how: 'is passed\nto `extend` (100%)' } },
    { range: [22, 34], args: { alias: 'self', how: 'goes' } },
  ],
});
const lines = (checkout: string | null): readonly string[] =>
  printed(github(review, { ...plain, checkout })).split('\n');

test('writes one command for each diagnostic, escaped as GitHub reads it', () => {
  const [several, single, summary] = lines(null) as [string, string, string];
  expect(several).toMatch(
    /^::warning file=lib\/a%2Cb%3A 100%25\.js,line=2,endLine=3,title=esmshift refusal%3A exports-escape::/,
  );
  expect(single).toMatch(/^::warning file=[^,]+,line=3,col=1,endColumn=5,/);
  expect(single).toMatch(
    /::`self` is the exports object here, and it is passed%0Ato `extend` \(100%25\)\. Convert/,
  );
  expect(summary).toBe('esmshift: 0 files converted, 0 unchanged, 1 refused, 0 in error');
});

test('names files as the checkout has them', () => {
  expect(lines('/')[0]).toMatch(/^::warning file=project\/lib\//);
  expect(lines('/project')[0]).toMatch(/^::warning file=lib\//);
  expect(lines('/elsewhere')[0]).toMatch(/^::warning file=lib\//);
});

test('prints one line when quiet', () => {
  expect(printed(github(review, { ...plain, quiet: true })).split('\n')).toHaveLength(2);
});
