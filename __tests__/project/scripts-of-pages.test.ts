import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { scriptsNamedIn } from '../../src/checker/page-scripts.ts';
import { Project } from './support/project.ts';

const manifest = '{ "name": "site", "private": true, "main": "server.js" }\n';
const script =
  "window.started = (window.started || 0) + 1;\nif (typeof module === 'object') module.exports = 1;\n";

async function converted(files: Readonly<Record<string, string>>): Promise<Project> {
  const project = new Project({ 'package.json': manifest, 'server.js': 'exports.port = 80;\n', ...files });
  await project.convert();
  return project;
}

test.each([
  ['<script src="js/app.js"></script>', 'js/app.js'],
  ['<script defer src=js/app.js?v=2></script>', 'js/app.js'],
  ["<SCRIPT\n  SRC='/js/app.js'></SCRIPT>", '/js/app.js'],
  ['<script src="<%= base %>/js/app.js"></script>', '/js/app.js'],
  ['<script src="{{ "js/app.js" | asset }}"></script>', 'js/app.js'],
  ["script(src='/js/app.js')", '/js/app.js'],
  ['<script src="../lib.min.js"></script>', '../lib.min.js'],
])('%s loads %s as a script', (page, path) => {
  expect(scriptsNamedIn(page)).toEqual([path]);
});

test.each([
  '<script type="module" src="js/app.js"></script>',
  "script(type='module', src='js/app.js')",
  '<script src="https://cdn.example/js/app.js"></script>',
  '<script src="//cdn.example/js/app.js"></script>',
  '<script>import("./js/app.js")</script>',
  '<link href="js/app.js"><img src="app.js.png">',
])('%s loads none', (page) => {
  expect(scriptsNamedIn(page)).toEqual([]);
});

test.each([
  ['a page in the folder above', { 'public/index.html': '<script src="js/app.js"></script>' }],
  [
    'a page of which the server knows the folder',
    { 'views/index.ejs': '<script src="/js/app.js"></script>' },
  ],
  ['a template of Pug', { 'views/index.pug': "html\n  script(src='/js/app.js')" }],
  ['a string', { 'lib/page.js': 'exports.page = \'<script src="/js/app.js"></script>\';\n' }],
  ['a template literal', { 'lib/page.js': 'exports.page = () => `<script src="/js/app.js">`;\n' }],
])('what %s loads as a script stays, and so does what lies beside it', async (_, files) => {
  const project = await converted({
    ...files,
    'public/js/app.js': script,
    'public/js/other.js': 'this.other = 1;\n',
  });
  expect(project.read('public/js/app.js')).toBe(script);
  expect(project.read('public/js/other.js')).toBe('this.other = 1;\n');
  expect(project.read('server.js')).toContain('export const port');
  const window = { started: 0 };
  runInNewContext(project.read('public/js/app.js'), { window });
  expect(window.started).toBe(1);
});

test('a path that counts from no folder that is known names no file that Node loads', async () => {
  const project = await converted({
    'views/index.ejs': '<script src="/server.js"></script><script src="/used.js"></script>',
    'server.js': "require('./lib/used');\nexports.port = 80;\n",
    'lib/used.js': 'exports.used = 1;\n',
    'public/used.js': script,
  });
  expect(project.read('server.js')).toContain('export const port');
  expect(project.read('lib/used.js')).toContain('export const used');
  expect(project.read('public/used.js')).toBe(script);
});

test('a script of a page that a module requires keeps its name, in a folder that stays CommonJS', async () => {
  const project = await converted({
    'server.js': "console.log(require('./public/shared').a);\n",
    'public/shared.js': "if (typeof module === 'object') module.exports = { a: 1 };\n",
    'public/index.html': '<script src="shared.js"></script>',
  });
  expect(project.read('public/shared.js')).toContain('module.exports');
  expect(JSON.parse(project.read('public/package.json'))).toEqual({ type: 'commonjs' });
});

test('what package.json has others load as a script stays', async () => {
  const project = new Project({
    'package.json':
      '{ "name": "lib", "version": "1.0.0", "exports": "./index.js", "unpkg": "dist/lib.js" }\n',
    'index.js': 'exports.a = 1;\n',
    'dist/lib.js': script,
  });
  await project.convert();
  expect(project.read('dist/lib.js')).toBe(script);
  expect(project.read('index.js')).toContain('export const a');
});

test('an answer says that an element means another file', async () => {
  const answered = '// esmshift: named\nexports.a = 1;\n';
  const project = await converted({
    'public/index.html': '<script src="a.js"></script>',
    'public/a.js': answered,
  });
  expect(project.read('public/a.js')).toContain('export const a');
});
