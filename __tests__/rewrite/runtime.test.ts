import { expect, test } from '@jest/globals';
import { convert } from './support/convert.ts';

const recent = { importMetaDirname: true, importMetaMain: true, nodePrefix: true };
const old = { importMetaDirname: false, importMetaMain: false, nodePrefix: true };

test.each([
  ['f(__dirname, module.filename);', 'f(import.meta.dirname, import.meta.filename);'],
  ['f({ __dirname });', 'f({ __dirname: import.meta.dirname });'],
  ['if (require.main === module) f();', 'if (import.meta.main) f();'],
  ['if (module != require.main) f();', 'if (!import.meta.main) f();'],
  ["'use strict'; // why\nf();", '// why\nf();'],
])('%s', (input, output) => {
  expect(convert(input, { runtime: recent })).toBe(output);
});

test('paths as variables, before import.meta has them', () => {
  expect(convert('f(__dirname);', { runtime: old })).toBe(
    [
      "import { fileURLToPath } from 'node:url';",
      "import { dirname } from 'node:path';",
      '',
      'const __filename = fileURLToPath(import.meta.url);',
      'const __dirname = dirname(__filename);',
      '',
      'f(__dirname);',
    ].join('\n'),
  );
});

test('the entry is resolved as Node resolved it, before import.meta knows', () => {
  const code = convert('if (require.main === module) f();', { runtime: { ...old, importMetaDirname: true } });
  expect(code).toContain('return require.resolve(process.argv[1]) === import.meta.filename;');
  expect(code).toContain('if (isMain) f();');
});

test('require as a value is made by createRequire', () => {
  expect(convert("f(require.resolve('a'));")).toBe(
    "import { createRequire } from 'node:module';\n\nconst require = createRequire(import.meta.url);\n\nf(require.resolve('a'));",
  );
});
