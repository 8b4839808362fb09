import { afterAll, expect, test } from '@jest/globals';
import { removeTrees } from '../../support/tree.ts';
import { codes, Project, statuses } from '../support/project.ts';

afterAll(removeTrees);

/** Files of a program that is run as it is and again converted. `stays`: what must not become an ES module. */
interface Case {
  readonly files: Readonly<Record<string, string>>;
  readonly stays: readonly string[];
}

const late = `exports.name = 'x';\nconst n = require('./n');\nexports.seen = () => n.value;\n`;

const cases: Readonly<Record<string, Case>> = {
  'a function that only others call later': {
    files: {
      'main.js': `const n = require('./n');\nconsole.log(n.load().seen(), require('./x').name);\n`,
      'n.js': `exports.value = 1;\nexports.load = () => require('./x');\n`,
      'x.js': late,
    },
    stays: [],
  },
  'a constructor that is called while loading': {
    files: {
      'main.js': `console.log(require('./n').made, require('./x').seen());\n`,
      'n.js': `exports.value = 1;\nclass Made { constructor() { this.x = require('./x').name; } }\nexports.made = new Made().x;\n`,
      'x.js': late,
    },
    stays: ['n.js', 'x.js'],
  },
  'a base class constructor, by way of a third module': {
    files: {
      'main.js': `console.log(require('./n').made, require('./x').seen());\n`,
      'base.js': `class Base { constructor() { this.x = require('./x').name; } }\nmodule.exports = Base;\n`,
      'n.js': `const Base = require('./base');\nexports.value = 1;\nclass Made extends Base {}\nexports.made = new Made().x;\n`,
      'x.js': late,
    },
    stays: ['n.js', 'x.js'],
  },
  'an accessor that is read while loading': {
    files: {
      'main.js': `console.log(require('./n').read, require('./x').seen());\n`,
      'box.js': `module.exports = { get x() { return require('./x').name; } };\n`,
      'n.js': `const box = require('./box');\nexports.value = 1;\nexports.read = box.x;\n`,
      'x.js': late,
    },
    stays: ['n.js', 'x.js'],
  },
  'a default parameter': {
    files: {
      'main.js': `console.log(require('./n').read, require('./x').seen());\n`,
      'n.js': `exports.value = 1;\nfunction name(x = require('./x')) { return x.name; }\nexports.read = name();\n`,
      'x.js': late,
    },
    stays: ['n.js', 'x.js'],
  },
  'a closure that another module only keeps': {
    files: {
      'main.js': `const n = require('./n');\nconsole.log(n.x().seen());\n`,
      'memo.js': `module.exports = (make) => { let value; return () => (value ??= make()); };\n`,
      'n.js': `const memo = require('./memo');\nexports.value = 1;\nexports.x = memo(() => require('./x'));\n`,
      'x.js': late,
    },
    stays: [],
  },
  'a closure that another module keeps and a third one runs': {
    files: {
      'main.js': `console.log(require('./n').made, require('./x').seen());\n`,
      'hooks.js': `const all = [];\nexports.add = (hook) => { all.push(hook); };\nexports.run = () => all.map((hook) => hook());\n`,
      'early.js': `const hooks = require('./hooks');\nhooks.add(() => require('./x').name);\n`,
      'n.js': `require('./early');\nconst hooks = require('./hooks');\nexports.value = 1;\nexports.made = hooks.run();\n`,
      'x.js': late,
    },
    stays: ['n.js', 'x.js'],
  },
  'a callback that another module runs at once': {
    files: {
      'main.js': `console.log(require('./n').made, require('./x').seen());\n`,
      'each.js': `exports.each = (list, visit) => list.map((item) => visit(item));\n`,
      'n.js': `const { each } = require('./each');\nexports.value = 1;\nexports.made = each([1], () => require('./x').name);\n`,
      'x.js': late,
    },
    stays: ['n.js', 'x.js'],
  },
  'a method of an object that is called by a name found elsewhere': {
    files: {
      'main.js': `console.log(require('./n').made, require('./x').seen());\n`,
      'make.js': `class Maker { make() { return require('./x').name; } }\nexports.maker = () => new Maker();\n`,
      'n.js': `const { maker } = require('./make');\nexports.value = 1;\nexports.made = maker().make();\n`,
      'x.js': late,
    },
    stays: ['n.js', 'x.js'],
  },
  'a long way back': {
    files: {
      'main.js': `const n = require('./n');\nconsole.log(n.load().through());\n`,
      'n.js': `exports.value = 1;\nexports.load = () => require('./x');\n`,
      'x.js': `const y = require('./y');\nexports.through = () => y.through();\n`,
      'y.js': `const z = require('./index');\nexports.through = () => z.n.value;\n`,
      'index.js': `exports.n = require('./n');\n`,
    },
    stays: [],
  },
};

test.each(Object.entries(cases))('%s', async (_, { files, stays }) => {
  const project = new Project({ 'package.json': '{ "private": true }\n', ...files });
  const before = Object.keys(files).map((file) => project.run(file));
  const planned = await project.convert();
  const refused = Object.entries(statuses(planned)).filter(([, status]) => status === 'refused');
  expect(refused.map(([path]) => path).sort()).toEqual([...stays].sort());
  for (const path of stays) expect(codes(planned, path)).toContain('cycle-late-require');
  const output = (path: string): string => planned.files.find((file) => file.path === path)!.output;
  expect(Object.keys(files).map((file) => project.run(output(file)))).toEqual(before);
});

test('the functions are named by which a module comes to the late require', async () => {
  const project = new Project({
    'package.json': '{ "private": true }\n',
    'main.js': `require('./n');\nconsole.log(require('./x').seen());\n`,
    'make.js': `function load() { return require('./x').name; }\nexports.make = () => load();\n`,
    'n.js': `const { make } = require('./make');\nexports.value = 1;\nfunction start() { return make(); }\nexports.made = start();\n`,
    'x.js': late,
  });
  const { files } = (await project.convert()).report;
  const finding = files.find(({ path }) => path === 'n.js')!.diagnostics[0]!;
  const places = (finding.related ?? []).map(({ path, line, message }) => [path, line, message]);
  expect(places).toEqual([
    ['make.js', 1, 'here'],
    ['n.js', 1, 'this may run it while it loads'],
    ['n.js', 3, 'by this function'],
    ['make.js', 2, 'by this function'],
  ]);
});

test('a call is named that may be one of any function', async () => {
  const project = new Project({
    'package.json': '{ "private": true }\n',
    'main.js': `require('./n');\nconsole.log(require('./x').seen());\n`,
    'make.js': `const all = new Map([['load', () => require('./x').name]]);\nexports.make = (key) => all.get(key)();\n`,
    'n.js': `const { make } = require('./make');\nexports.value = 1;\nexports.made = make(String('load'));\n`,
    'x.js': late,
  });
  const { files } = (await project.convert()).report;
  const [finding] = files.find(({ path }) => path === 'n.js')!.diagnostics;
  expect(finding!.related!.at(-1)).toMatchObject({
    path: 'make.js',
    line: 2,
    message: 'by this function, which may call any that it knows of',
  });
});
