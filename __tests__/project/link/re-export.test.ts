import { describe, expect, test } from '@jest/globals';
import type { Fate } from '../../../src/project/link/module.ts';
import { providersOf, reexportsNamedNeighbour } from '../../../src/project/link/re-export.ts';
import { type Beside, doorOf, modulesOf } from './modules.ts';

const named = 'exports.a = 1;';

/** Who is behind `main.js`, which has the shape `default` unless another is given. */
function behind(
  texts: Readonly<Record<string, string>>,
  fates: Readonly<Record<string, Fate>> = {},
  beside: Readonly<Record<string, Beside>> = {},
  mayBeImport = true,
): string | undefined {
  const modules = modulesOf({ 'a.js': named, ...texts }, beside);
  const fateOf = (id: string): Fate => fates[id] ?? (id === 'a.js' ? 'named' : 'default');
  const verdicts = new Map([...modules.keys()].map((id) => [id, { fate: fateOf(id), findings: [] }]));
  return providersOf(modules, verdicts, () => mayBeImport).behind({ kind: 'module', id: 'main.js' })?.id;
}

describe('a module that gives what another one exports', () => {
  test.each([
    ['as its whole exports', `module.exports = require('./a');`],
    ['in both variables', `exports = module.exports = require('./a');`],
    ['beside other code', `module.exports = require('./a');\nconsole.log('loaded');`],
    ['beside another require', `const b = require('./b');\nb.f();\nmodule.exports = require('./a');`],
  ])('%s', (_, text) => {
    expect(behind({ 'main.js': text, 'b.js': 'exports.f = () => 1;' })).toBe('a.js');
  });

  test.each([
    ['it adds a key', `module.exports = require('./a');\nmodule.exports.b = 1;`],
    ['it reads a key', `module.exports = require('./a');\nconsole.log(module.exports.a);`],
    ['it keeps the value', `const a = module.exports = require('./a');\na.b = 1;`],
    ['it takes a member', `module.exports = require('./a').a;`],
    ['it writes before', `exports.lost = 1;\nmodule.exports = require('./a');`],
    ['a branch decides', `if (process.argv.length > 1) module.exports = require('./a');`],
    ['it is assigned twice', `module.exports = {};\nmodule.exports = require('./a');`],
    ['it passes the exports on', `module.exports = require('./a');\nconsole.log(module.exports);`],
  ])('but not where %s', (_, text) => {
    expect(behind({ 'main.js': text })).toBe('main.js');
  });

  test('over several modules, and round in a circle', () => {
    const chain = {
      'main.js': `module.exports = require('./b');`,
      'b.js': `module.exports = require('./a');`,
    };
    expect(behind(chain)).toBe('a.js');
    const circle = {
      'main.js': `module.exports = require('./b');`,
      'b.js': `module.exports = require('./main');`,
    };
    expect(behind(circle)).toBe('main.js');
  });

  test('not where the require stays a call', () => {
    expect(behind({ 'main.js': `module.exports = require('./a');` }, {}, {}, false)).toBe('main.js');
  });

  test('not where it stays, or outsiders load it: they get an object', () => {
    const texts = { 'main.js': `module.exports = require('./a');` };
    expect(behind(texts, { 'main.js': 'stay' })).toBe('main.js');
    expect(behind(texts, {}, { 'main.js': { door: doorOf('a') } })).toBe('main.js');
  });

  test('not where the other one exports the name `default`, which `export *` leaves out', () => {
    expect(behind({ 'main.js': `module.exports = require('./a');`, 'a.js': 'exports.default = 1;' })).toBe(
      'main.js',
    );
  });

  test('whatever shape the other one has in the end', () => {
    const texts = { 'main.js': `module.exports = require('./a');` };
    for (const fate of ['default', 'object', 'stay'] as const)
      expect(behind(texts, { 'a.js': fate })).toBe('a.js');
  });
});

test('nothing of the project is behind what is missing', () => {
  const modules = modulesOf({ 'main.js': `require('./gone');` });
  const providers = providersOf(modules, new Map(), () => true);
  expect(providers.behind(modules.get('main.js')!.targets[0]!)).toBeNull();
});

test.each([
  ['named', named, true],
  ['with a name that cannot be passed on', 'exports.default = 1;', false],
])('a neighbour that is converted on its own: %s', (_, text, expected) => {
  const { keys } = modulesOf({ 'a.js': text }).get('a.js')!.facts.exports;
  const main = modulesOf({ 'main.js': `module.exports = require('./a');` }).get('main.js')!;
  const neighbour = { shape: 'named', keys, specifier: './a.js' } as const;
  expect(reexportsNamedNeighbour({ ...main, targets: [{ kind: 'neighbour', neighbour }] })).toBe(expected);
});
