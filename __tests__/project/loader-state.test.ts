import { describe, expect, test } from '@jest/globals';
import { codes, Project, statuses } from './support/project.ts';

const manifest = '{ "name": "loader", "private": true }\n';
const counter = 'globalThis.loaded = (globalThis.loaded ?? 0) + 1;\nexports.nth = globalThis.loaded;\n';

/** Converts a project, and compares what its entry prints. */
async function compared(files: Record<string, string>): Promise<Readonly<Record<string, string>>> {
  const project = new Project({ 'package.json': manifest, ...files });
  const { planned } = await project.convertSame('main.js');
  return statuses(planned);
}

describe('what is deleted from require.cache stays', () => {
  const again = "delete require.cache[require.resolve('./state')];\n";

  test('by its specifier: it alone', async () => {
    const files = {
      'main.js': `console.log(require('./state').nth);\nconst id = require.resolve('./state');\ndelete require.cache[id];\nconsole.log(require('./state').nth, require('./other').a);\n`,
      'state.js': `require('./part');\n${counter}`,
      'part.js': 'exports.part = 1;\n',
      'other.js': 'exports.a = 1;\n',
    };
    expect(await compared(files)).toEqual({
      'main.js': 'converted',
      'state.js': 'refused',
      'part.js': 'converted',
      'other.js': 'converted',
    });
  });

  test('by keys that are handed over: what paths name', async () => {
    const files = {
      'main.js':
        "const fresh = (id) => { delete require.cache[id]; return require('./state').nth; };\nconsole.log(fresh(require.resolve('./state')), fresh(require.resolve('./state')));\n",
      'state.js': counter,
    };
    expect(await compared(files)).toMatchObject({ 'state.js': 'refused' });
  });

  test('all of it: everything that the file reaches', async () => {
    const files = {
      'main.js':
        "const clear = () => Object.keys(require.cache).forEach((id) => { delete require.cache[id]; });\nconsole.log(require('./state').nth); clear(); console.log(require('./state').nth);\n",
      'state.js': "exports.nth = require('./part').nth;\n",
      'part.js': counter,
    };
    expect(await compared(files)).toMatchObject({ 'state.js': 'refused', 'part.js': 'refused' });
  });

  test('a stub in the cache is seen by all that require the file', async () => {
    const files = {
      'main.js':
        "const id = require.resolve('./part');\nrequire.cache[id] = { id, loaded: true, exports: { nth: 'stub' } };\nconsole.log(require('./state').nth);\n",
      'state.js': "exports.nth = require('./part').nth;\n",
      'part.js': counter,
    };
    expect(await compared(files)).toMatchObject({ 'state.js': 'converted', 'part.js': 'refused' });
  });

  test('reading entries reloads nothing', async () => {
    const files = {
      'main.js':
        "const entry = require.cache['x'];\nconsole.log(typeof entry, entry?.loaded, require('./state').nth);\n",
      'state.js': counter,
    };
    expect(await compared(files)).toMatchObject({ 'state.js': 'converted' });
  });

  test('a late require of it stays late', async () => {
    const files = {
      'main.js': `const late = require('./late');\nconsole.log(late.nth());\n${again}console.log(late.nth());\n`,
      'late.js': "exports.nth = () => require('./state').nth;\n",
      'state.js': counter,
    };
    expect(await compared(files)).toMatchObject({ 'late.js': 'converted', 'state.js': 'refused' });
  });
});

describe('module.parent and the entry', () => {
  test('who requires a reader of module.parent stays', async () => {
    const files = {
      'main.js': "console.log(require('./app').from, require('./other').a);\n",
      'app.js': "exports.from = module.parent.id === '.' ? 1 : 2;\n",
      'other.js': 'exports.a = 1;\n',
    };
    expect(await compared(files)).toEqual({
      'main.js': 'refused',
      'app.js': 'refused',
      'other.js': 'converted',
    });
  });

  test.each(['require.main', 'process.mainModule'])(
    'the entry stays where a module reads %s',
    async (main) => {
      const files = {
        'main.js': "const { mid } = require('./mid');\nconsole.log(mid());\n",
        'mid.js': "const { home } = require('./home');\nexports.mid = () => home;\n",
        'home.js': `exports.home = typeof ${main}.filename;\n`,
      };
      expect(await compared(files)).toMatchObject({ 'main.js': 'refused', 'mid.js': 'converted' });
    },
  );

  test('a file that exports nothing may be the entry that it reads', async () => {
    const project = new Project({
      'package.json': manifest,
      'main.js': 'console.log(typeof process.mainModule.id);\n',
      'a.js': 'exports.a = 1;\n',
    });
    const planned = await project.convert();
    expect(codes(planned, 'main.js')).toEqual(['entry-read-as-main', 'renamed-out-of-sight']);
    expect(project.run('main.cjs')).toBe('string\n');
  });

  test('asking whether a file is the entry needs nothing of others', async () => {
    const files = {
      'main.js': "console.log(require('./app').isMain, require.main === module);\n",
      'app.js': 'exports.isMain = require.main === module;\n',
    };
    expect(await compared(files)).toEqual({ 'main.js': 'converted', 'app.js': 'converted' });
  });
});

describe('a require that stays a call keeps its place', () => {
  test.each([
    ['computed', "const first = require('./' + 'first');"],
    ['with more arguments', "const first = require('./first', 1);"],
    ['of exports that are replaced later', "const first = require('./replaced');"],
  ])('%s', async (_, require) => {
    await compared({
      'main.js': `${require}\nconst second = require('./second');\nfirst.change?.();\nconsole.log(first.a, second.b, require('./replaced').a);\n`,
      'first.js': "console.log('first');\nexports.a = 1;\n",
      'second.js': "console.log('second');\nexports.b = 2;\n",
      'replaced.js':
        "console.log('replaced');\nexports.a = 3;\nexports.change = () => { module.exports = { a: 4 }; };\n",
    });
  });
});
