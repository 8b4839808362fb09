import { expect, test } from '@jest/globals';
import { Project } from './support/project.ts';

const kept = 'with ({}) {}\n';

test('a file that gets another name leaves a module behind where any file may be loaded', async () => {
  const project = new Project({
    'package.json': '{ "private": true }\n',
    'main.js':
      "console.log(require(['.', 'plugins', process.argv[2]].join('/')).name);\nrequire('./plugins/other');\n",
    'plugins/other.js': 'exports.a = 1;\n',
    'plugins/one.js': `exports.name = 'one';\n${kept}`,
    'tests/one.js': kept,
  });
  const before = project.run('main.js', 'one');
  await project.convert();
  expect(project.run('main.js', 'one')).toBe(before);
  expect(project.has('plugins/one.cjs')).toBe(true);
  expect(project.has('tests/one.js')).toBe(false);
});

test('not so a script that asks whether it was started', async () => {
  const project = new Project({
    'package.json': '{ "private": true }\n',
    'load.js': 'exports.load = (name) => require(name);\n',
    'start.js': `console.log(require.main === module);\n${kept}`,
  });
  await project.convert();
  expect(project.has('start.js')).toBe(false);
  expect(project.run('start.cjs')).toBe('true\n');
});
