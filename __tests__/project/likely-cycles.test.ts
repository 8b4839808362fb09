import { expect, test } from '@jest/globals';
import { scan, scanRuns, scanWithRunsInParts } from '../../src/checker/scan.ts';
import { finish } from '../../src/checker/steps.ts';
import { likelyInLateCycles } from '../../src/project/scanning/likely-cycles.ts';
import { Project, statuses } from './support/project.ts';

const late = `exports.f = function () {
  return require('./b').g();
};
`;
const files = {
  'lib/a.js': late,
  'lib/b.js': "var a = require('./a');\nexports.g = function () { return a ? 'g' : 'none'; };\n",
  'index.js': "console.log(require('./lib/a').f());\n",
};

test('what a late cycle connects is guessed from texts, and nothing else', () => {
  const texts = Object.entries({
    ...files,
    'other/top.js': "var leaf = require('./leaf');\n",
    'other/leaf/index.js': "exports.f = function () {\n  return require('fs');\n};\n",
  }).map(([id, source]) => ({ id, source }));
  expect([...likelyInLateCycles(texts)].sort()).toEqual(['index.js', 'lib/a.js', 'lib/b.js']);
});

test('a wrong guess changes nothing', async () => {
  const inOneLine = late.replaceAll(/\n\s*/g, ' ');
  const guessed = new Project(files);
  const missed = new Project({ ...files, 'lib/a.js': inOneLine });
  const before = guessed.run('index.js');
  const plans = await Promise.all([guessed.convert(), missed.convert()]);
  expect(statuses(plans[0])).toEqual(statuses(plans[1]));
  expect([guessed.run('index.js'), missed.run('index.js')]).toEqual([before, before]);
});

test('one parse finds the same as two', () => {
  const source = `${late}exports.h = function (run) { run(exports.f); };\n`;
  const facts = scan(source, { path: 'a.js' });
  const runs = scanRuns(source, { path: 'a.js', requires: facts.requires });
  expect(finish(scanWithRunsInParts(source, 'a.js'))).toEqual({ facts, runs });
});
