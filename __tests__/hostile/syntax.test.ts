import { describe, expect, test } from '@jest/globals';
import { harm } from '../../campaigns/hostile/harm.mjs';
import {
  isCommonJs,
  isModule,
  runsAsCommonJs,
  runsAsModule,
  syntaxTests,
} from '../../campaigns/hostile/syntax.mjs';
import { convert } from '../../src/index.ts';

const tests = syntaxTests();

/** The parser leaves the texts of regular expressions to the engine: the file fails as before, with the same error. */
const invalidPatterns = [
  'fail/66e383bfd18e66ab.js',
  'fail/78c215fabdf13bae.js',
  'fail/bf49ec8d96884562.js',
  'fail/e4a43066905a597b.js',
  'early/4de83a7417cd30dd.js',
];

describe('the syntax tests of test262', () => {
  test('do no harm', () => {
    const harmful = tests.map(({ name, source }) => [name, harm(convert, source)] as const);
    expect(harmful.filter(([, found]) => found !== null)).toEqual([]);
    expect(tests.length).toBeGreaterThan(5000);
  });

  test('are errors where Node cannot load them, and nowhere else', () => {
    const differing = tests.filter(({ source }) => {
      const { status, diagnostics } = convert(source);
      const isClear = diagnostics.every(({ message, line }) => message !== '' && line > 0);
      return (status === 'error') === (isCommonJs(source) || isModule(source)) || !isClear;
    });
    expect(differing.map(({ name }) => name)).toEqual(invalidPatterns);
  });

  test('become modules that Node can parse, and that do the same', async () => {
    const differing: unknown[] = [];
    // `npm run hostile` takes all of them.
    for (const { name, source } of tests.filter((_, index) => index % 8 === 0)) {
      const { status, code } = convert(source);
      if ((status !== 'converted' && status !== 'unchanged') || !isCommonJs(source)) continue;
      const [before, after] = [await runsAsCommonJs(source), await runsAsModule(code)];
      if (JSON.stringify(before) !== JSON.stringify(after)) differing.push({ name, source, before, after });
    }
    expect(differing).toEqual([]);
  });
});
