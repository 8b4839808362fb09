import { describe, expect, test } from '@jest/globals';
import { Project, statuses } from '../project/support/project.ts';

/** What has a meaning in URLs, globs, replacement texts, shells, object literals or source texts. */
const names = [
  'a b',
  ' leading',
  'trailing ',
  'a?b=c',
  'a#b',
  'a%20b',
  'a%b',
  'a%2fb',
  '%',
  "it's",
  'quo"te',
  'back`tick$',
  'new\nline',
  'carriage\rreturn',
  'tab\tstop',
  'line\u2028separator',
  'ünïcödé',
  'u\u0308 decomposed',
  '日本',
  '🙂',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  '$&',
  "$'",
  '$1',
  '*',
  '[x]',
  '{a,b}',
  '!x',
  '-dash',
  '@at',
  'a;b',
  'a:b',
  'a&b',
  '~',
  '...',
  'node_module',
];

/** Requires each file by its name without its ending and in full, and prints what they export. */
const main = names
  .flatMap((name) => [name, `${name}.js`])
  .map((text) => `[${quoted(text)}, require(${quoted(`./${text}`)}).own]`)
  .join(',\n');

function quoted(text: string): string {
  return JSON.stringify(text).replaceAll('\u2028', '\\u2028');
}

function project(text: (name: string, index: number) => string): Project {
  return new Project({
    'package.json': '{ "name": "named", "private": true }\n',
    'main.js': `console.log(JSON.stringify([\n${main}\n]));\n`,
    ...Object.fromEntries(names.map((name, index) => [`${name}.js`, text(name, index)])),
  });
}

const texts: Readonly<Record<string, (name: string, index: number) => string>> = {
  'with one shape': (name) => `exports.own = ${quoted(name)};\n`,
  'with another': (name) => `module.exports = { own: ${quoted(name)} };\n`,
  'that stay CommonJS': (name) => `// esmshift: keep\nexports.own = ${quoted(name)};\n`,
  'in turns': (name, index) =>
    index % 2 === 0
      ? `// esmshift: keep\nexports.own = ${quoted(name)} + require(${quoted(`./${names[index + 1] ?? names[0]}`)}).own;\n`
      : `exports.own = ${quoted(name)};\n`,
};

describe.each(Object.entries(texts))('files %s whose names mean something elsewhere', (_, text) => {
  test.each(['package', 'mjs'] as const)('as %s', async (as) => {
    const own = project(text);
    const before = own.run('main.js');
    expect(JSON.parse(before)).toHaveLength(2 * names.length);
    const planned = await own.convert({ as });
    expect(Object.values(statuses(planned))).not.toContain('error');
    expect(statuses(planned)['main.js']).toBe('converted');
    expect(own.run(planned.report.files.find(({ path }) => path === 'main.js')!.output)).toBe(before);
  });
});

test('folders and fields of package.json with such names', async () => {
  const folders = names.filter((name) => name !== '...');
  const files = folders.flatMap((name) => [
    [`${name}/package.json`, JSON.stringify({ private: true, main: `./${name}` })],
    [`${name}/${name}.js`, `// esmshift: keep\nexports.own = ${quoted(name)};\n`],
    [`${name}/lib/index.js`, `exports.own = require('..').own + 1;\n`],
  ]);
  const own = new Project({
    ...Object.fromEntries(files),
    'package.json': '{ "private": true }\n',
    'main.js': `console.log(${folders.map((name) => `require(${quoted(`./${name}/lib`)}).own`).join(',\n')});\n`,
  });
  const before = own.run('main.js');
  const planned = await own.convert();
  expect(planned.report.summary).toEqual(
    expect.objectContaining({ converted: folders.length + 1, refused: folders.length }),
  );
  expect(own.run('main.js')).toBe(before);
});

test('a file that no URL can name stays where it is, and works', async () => {
  const own = new Project({
    'package.json': '{ "private": true }\n',
    'back\\slash.js': 'exports.own = 1;\n',
    'main.js': "console.log(require('./back\\\\slash').own);\n",
  });
  const before = own.run('main.js');
  expect(before).toBe('1\n');
  const planned = await own.convert();
  const row = planned.report.files.find(({ path }) => path === 'main.js');
  expect(own.run(row!.output)).toBe(before);
});
