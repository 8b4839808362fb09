import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';
import type { Log } from 'sarif';
import { sarif } from '../../src/review/sarif.ts';
import { printed, reviewed } from './reviewed.ts';

// The schema of the standard, as a package of the registry ships it.
const schema = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const ajv = new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(schema);

const review = reviewed(
  { path: 'lib/a.js', before: 'exports.a = 1;\n', after: 'export const a = 1;\n' },
  {
    path: 'lib/odd #1%.js',
    output: 'lib/odd #1%.cjs',
    status: 'refused',
    before: 'const self = exports;\nextend(self);\n',
    findings: [
      {
        range: [29, 33],
        args: { alias: 'self', how: 'is passed to `extend`' },
        related: [{ path: null, range: [6, 10], note: '`self` is made here' }],
      },
      { code: 'umd', range: [0, 5] },
    ],
  },
  { path: 'broken.js', status: 'error', before: '', findings: [{ code: 'syntax-error' }] },
);

test('is SARIF 2.1.0', () => {
  validate(JSON.parse(printed(sarif(review))));
  expect(validate.errors).toBeNull();
});

test('an empty review is SARIF 2.1.0 as well', () => {
  validate(JSON.parse(printed(sarif(reviewed()))));
  expect(validate.errors).toBeNull();
});

test('the schema tells right from wrong', () => {
  expect(validate({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).toBe(false);
});

test('a result has its rule, its place and the places that belong to it', () => {
  const log: Log = JSON.parse(printed(sarif(review)));
  const [run] = log.runs;
  const [umd, escaping, broken] = run!.results!;
  expect(escaping).toMatchObject({
    ruleId: 'exports-escape',
    level: 'warning',
    message: { text: expect.stringMatching(/^`self` is the exports object here.*\nConvert the file/s) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'lib/odd%20%231%25.js', uriBaseId: '%SRCROOT%' },
          region: { startLine: 2, startColumn: 8, endLine: 2, endColumn: 12 },
        },
      },
    ],
    relatedLocations: [{ message: { text: '`self` is made here' } }],
  });
  expect(run!.originalUriBaseIds).toEqual({ '%SRCROOT%': { uri: 'file:///project/' } });
  for (const result of [escaping!, umd!, broken!])
    expect(run!.tool.driver.rules![result.ruleIndex!]!.id).toBe(result.ruleId);
  expect(broken!.level).toBe('error');
});
