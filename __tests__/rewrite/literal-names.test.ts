import { afterEach, expect, test } from '@jest/globals';
import { plan } from '../../src/index.ts';
import { makeTree, removeTrees } from '../support/tree.ts';

afterEach(removeTrees);

/** The names that what becomes of a text exports. */
async function namesOf(text: string): Promise<readonly string[]> {
  const cwd = makeTree({ 'package.json': '{ "name": "p", "main": "a.js" }\n', 'a.js': text });
  const { files } = await plan({ cwd, objectExports: 'named' });
  const code = files.find(({ path }) => path === 'a.js')?.after ?? '';
  return Object.keys(await import(`data:text/javascript,${encodeURIComponent(code)}`)).sort();
}

test.each([
  ['functions, one of them twice', 'function f() {}\nmodule.exports = { f, g: f };\n', ['f', 'g']],
  ['values that are computed', "module.exports = { port: 1 + 1, 'a-b': 1 };\n", ['a-b', 'port']],
  [
    'a key that is added later',
    'const one = 1;\nmodule.exports = { one };\nmodule.exports.two = 2;\n',
    ['one', 'two'],
  ],
])('a published object is exported by names as well, each once: %s', async (_, text, names) => {
  expect(await namesOf(text)).toEqual([...names, 'default', 'module.exports'].sort());
});
