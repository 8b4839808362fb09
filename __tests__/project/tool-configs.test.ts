import { describe, expect, test } from '@jest/globals';
import { codes, Project, statuses } from './support/project.ts';

const source = { 'index.js': 'exports.a = 1;\n' };
const manifest = '{ "name": "configured", "private": true }\n';

describe('configuration files that tools load with require', () => {
  test.each(['.eslintrc.js', '.mocharc.js', 'babel.config.js', 'Gruntfile.js', 'commitlint.config.js'])(
    '%s stays CommonJS and gets the ending .cjs',
    async (name) => {
      const project = new Project({
        ...source,
        'package.json': manifest,
        [name]: 'module.exports = { a: 1 };\n',
      });
      const planned = await project.convert();
      const row = planned.report.files.find(({ path }) => path === name)!;
      expect(row).toMatchObject({ kind: 'config', status: 'unchanged', output: name.replace(/js$/, 'cjs') });
      expect(codes(planned, name)).toEqual(['tool-config-kept']);
      expect(planned.report.summary).toMatchObject({ converted: 1, refused: 0 });
      expect(project.run('-p', `require('./${row.output}').a`)).toBe('1\n');
    },
  );

  test('a tool that does not look for .cjs is named in a warning', async () => {
    const project = new Project({
      ...source,
      'package.json': manifest,
      'karma.conf.js': 'module.exports = () => {};\n',
    });
    const planned = await project.convert();
    expect(codes(planned, 'karma.conf.js')).toEqual(['tool-config-kept', 'tool-config-not-found']);
  });

  test('a tool that imports its configuration gets an ES module', async () => {
    const project = new Project({
      ...source,
      'package.json': manifest,
      'jest.config.js': 'module.exports = { a: 1 };\n',
    });
    const planned = await project.convert();
    expect(planned.report.files.find(({ path }) => path === 'jest.config.js')).toMatchObject({
      kind: 'config',
      status: 'converted',
      output: 'jest.config.js',
    });
  });

  test('with --as mjs no configuration gets another name', async () => {
    const project = new Project({
      ...source,
      'package.json': manifest,
      'jest.config.js': 'module.exports = { a: 1 };\n',
    });
    const planned = await project.convert({ as: 'mjs' });
    expect(statuses(planned)).toEqual({ 'index.js': 'converted' });
    expect(project.has('index.mjs')).toBe(true);
    expect(project.has('jest.config.js')).toBe(true);
  });
});

describe('a package that keeps its type', () => {
  test('files that were not named are listed', async () => {
    const project = new Project({ ...source, 'package.json': manifest, 'other.js': 'exports.b = 2;\n' });
    const planned = await project.convert({ paths: ['index.js'] });
    expect(codes(planned, 'package.json')).toEqual(['package-type-kept']);
    expect(project.has('index.mjs')).toBe(true);
    expect(JSON.parse(project.read('package.json')).type).toBeUndefined();
    expect(project.run('-p', "require('./other').b")).toBe('2\n');
  });

  test('built files keep their meaning by a package.json of their own', async () => {
    const project = new Project({
      ...source,
      'package.json': manifest,
      '.gitignore': 'dist\n',
      'dist/out.js': 'module.exports = 3;\n',
    });
    const planned = await project.convert();
    expect(codes(planned, 'package.json')).toEqual([]);
    expect(JSON.parse(project.read('dist/package.json'))).toEqual({ type: 'commonjs' });
    expect(project.run('-p', "require('./dist/out')")).toBe('3\n');
  });

  test('a built file that imports by # would be cut off from its package.json', async () => {
    const project = new Project({
      ...source,
      'package.json': '{ "name": "own", "private": true, "imports": { "#a": "./index.js" } }\n',
      '.gitignore': 'dist\n',
      'dist/out.js': "console.log(require('#a').a);\n",
    });
    const planned = await project.convert();
    expect(codes(planned, 'package.json')).toEqual(['package-type-kept']);
    expect(project.has('dist/package.json')).toBe(false);
    expect(project.run('dist/out.js')).toBe('1\n');
  });
});

describe('configuration files of tools that are not known', () => {
  const look = (path: string): readonly string[] => [
    '--input-type=module',
    '-e',
    `import { createRequire } from 'node:module';
     const ns = await import(${JSON.stringify(path)});
     const whole = createRequire(process.cwd() + '/x.js')(${JSON.stringify(path)});
     console.log(JSON.stringify([ns.default, ns.a, whole, ns.default === whole]));`,
  ];

  test.each<{ name: string; text: string; status: string; as?: 'mjs' }>([
    { name: 'ecosystem.config.js', text: 'module.exports = { a: 1 };\n', status: 'converted' },
    { name: 'ecosystem.config.js', text: 'module.exports = { a: 1 };\n', status: 'converted', as: 'mjs' },
    { name: 'svgo.config.js', text: 'exports.a = 1;\n', status: 'converted' },
    { name: 'jest.config.js', text: 'exports.a = 1;\nexports.b = 2;\n', status: 'converted' },
    { name: '.somerc.js', text: 'exports.a = 1;\nwith ({}) {}\n', status: 'refused' },
    { name: 'protractor.conf.js', text: "exports.a = require('./a.json').a;\n", status: 'unchanged' },
  ])(
    '$name gives by require and by import what it gave: $text',
    async ({ name, text, status, ...options }) => {
      const project = new Project({ 'package.json': manifest, 'a.json': '{"a": 1}\n', [name]: text });
      const before = project.run(...look(`./${name}`));
      const planned = await project.convert(options);
      const row = planned.report.files.find(({ path }) => path === name)!;
      expect(row.status).toBe(status);
      // Of a known tool it is known by which name it looks for the file; others find the old one.
      const found = status === 'unchanged' ? row.output : name;
      expect(project.run(...look(`./${found}`))).toBe(before);
    },
  );

  test('are those beside package.json', async () => {
    const project = new Project({
      'package.json': manifest,
      'src/db.config.js': 'exports.a = 1;\n',
      'src/index.js': "console.log(require('./db.config').a);\n",
    });
    await project.convert();
    expect(project.read('src/db.config.js')).toBe('export const a = 1;\n');
  });
});
