import { expect, test } from '@jest/globals';
import { diagnosticCodes, explainCode } from '../../src/checker/diagnostics/explain.ts';

const explanations = diagnosticCodes.map((code) => explainCode(code)!);

test('no code belongs to two groups', () => {
  expect(new Set(diagnosticCodes).size).toBe(diagnosticCodes.length);
});

test('explains nothing that is no code', () => {
  for (const text of ['', 'no-such-code', 'constructor', '__proto__', 'toString'])
    expect(explainCode(text)).toBeNull();
});

test('shows what a message takes from the case at hand', () => {
  expect(explainCode('exports-escape')!.message).toContain('{alias}');
});

test.each(explanations)(
  '$code is worded like its neighbours',
  ({ code, title, message, help, explanation }) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(title).not.toMatch(/\.$/);
    for (const text of [message, help, explanation]) {
      expect(text).toMatch(/[.)?`]$/);
      expect(text).not.toMatch(/NaN|\[object|\s{2}/);
    }
  },
);
