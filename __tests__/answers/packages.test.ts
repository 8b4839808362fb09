import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { plan } from '../../src/plan.ts';
import { answerOf } from './answer.ts';
import { answeredPackages } from './packages.ts';
import { expectRecorded, recordedNames } from './recorded.ts';

// What is answered about real packages. `npm run answers` records it anew, and `git diff` shows what has changed.

test.each(answeredPackages.map((name) => ({ name })))('$name', async ({ name }) => {
  const cwd = fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url));
  const { version } = JSON.parse(readFileSync(`${cwd}/package.json`, 'utf8'));
  // In this thread alone.
  const planned = await plan({ cwd, gitignore: false, jobs: 1 });
  expectRecorded(`packages/${fileNameOf(name)}`, `${name} ${version}\n\n${answerOf(planned)}`);
});

test('no other package has a record', () => {
  expect(recordedNames('packages').toSorted()).toEqual(answeredPackages.map(fileNameOf).toSorted());
});

function fileNameOf(name: string): string {
  return name.replace('/', '+');
}
