import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { json } from '../../src/review/json.ts';
import { printed, reviewed } from './reviewed.ts';

const schema = JSON.parse(readFileSync(new URL('../../schema/report.json', import.meta.url), 'utf8'));
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

const review = reviewed(
  { path: 'lib/a.js', before: 'exports.a = 1;\n', after: 'export const a = 1;\n' },
  {
    path: 'lib/b.js',
    output: 'lib/b.cjs',
    status: 'refused',
    before: 'const self = exports;\nextend(self);\n',
    findings: [
      {
        range: [29, 33],
        args: { alias: 'self', how: 'is passed to `extend`' },
        related: [{ path: null, range: [6, 10], note: '`self` is made here' }],
      },
    ],
  },
);

test('prints the report in its published schema', () => {
  const report = JSON.parse(printed(json(review)));
  validate(report);
  expect(validate.errors).toBeNull();
  expect(report).toEqual(review.report);
  expect(report.files[1].diagnostics[0]).toMatchObject({
    code: 'exports-escape',
    severity: 'refusal',
    line: 2,
    column: 8,
    endLine: 2,
    endColumn: 12,
    related: [{ path: 'lib/b.js', line: 1, column: 7, message: '`self` is made here' }],
  });
});

test('the schema rejects what it does not know', () => {
  expect(validate({ ...review.report, version: 2 })).toBe(false);
  expect(validate({ ...review.report, extra: true })).toBe(false);
});
