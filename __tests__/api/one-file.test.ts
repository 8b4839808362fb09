import { expect, test } from '@jest/globals';
import { check, convert, diagnosticCodes, explainCode, version } from '../../src/index.ts';

test('convert gives the text, its edits and the shape', () => {
  const source = '// greeting\nexports.greet = () => 1;\n';
  const { status, shape, code, edits, diagnostics } = convert(source);
  expect({ status, shape, diagnostics }).toEqual({ status: 'converted', shape: 'named', diagnostics: [] });
  expect(code).toBe('// greeting\nexport const greet = () => 1;\n');
  for (const { start, end } of edits) expect(start >= 12 && end <= source.length && start <= end).toBe(true);
});

test('check says the same without a text', () => {
  const result = check('exports.a = 1;\nextend(exports);\nfunction extend(target) {}\n');
  expect(result).toMatchObject({ status: 'refused', diagnostics: [{ code: 'exports-escape', line: 2 }] });
  expect(result).not.toHaveProperty('code');
});

test.each([
  ['broken', 'exports.a = ;', 'syntax-error'],
  ['nested ten thousand levels deep', '['.repeat(10_000), 'nested-too-deeply'],
])('a source that is %s gives an error and stays', (_what, source, code) => {
  expect(convert(source)).toMatchObject({
    status: 'error',
    code: source,
    edits: [],
    diagnostics: [{ code }],
  });
});

test('an answer settles a refusal', () => {
  const source = 'exports.a = 1;\nObject.keys(exports);\nextend(exports);\nfunction extend() {}\n';
  expect(convert(source, { answer: 'default' })).toMatchObject({ status: 'converted', shape: 'default' });
  expect(convert(source, { answer: 'keep' })).toMatchObject({ status: 'refused', code: source });
});

test('explains its codes', () => {
  expect(diagnosticCodes).toContain('exports-escape');
  expect(explainCode('exports-escape')).toMatchObject({ severity: 'refusal' });
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
});
