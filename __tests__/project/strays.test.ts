import { expect, test } from '@jest/globals';
import { codes, Project } from './support/project.ts';

// Files that get another name and that nothing in the project is known to find.

const files = {
  'package.json': '{ "private": true, "scripts": { "start": "node main.js" } }\n',
  'main.js': "console.log(require('./lib/a').a);\n",
  'lib/a.js': 'exports.a = 1;\n',
  'lib/late.js': 'exports.late = 1;\n',
  'lib/job.js': "console.log('job');\nrequire('./a');\n",
};

test('what is converted into .mjs is reported, but for what a script names', async () => {
  const project = new Project(files);
  const { planned } = await project.convertSame('main.js', { as: 'mjs' });
  expect(codes(planned, 'lib/late.js')).toEqual(['renamed-out-of-sight']);
  expect(codes(planned, 'lib/job.js')).toEqual(['renamed-out-of-sight']);
  expect(codes(planned, 'lib/a.js')).toEqual([]);
  expect(codes(planned, 'main.js')).toEqual([]);
  expect(project.has('lib/late.js')).toBe(false);
});

test('what is converted under its name is not', async () => {
  const project = new Project(files);
  const { planned } = await project.convertSame('main.js');
  expect(codes(planned, 'lib/late.js')).toEqual([]);
});
