import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { diagnosticsPage } from '../../scripts/diagnostics-page.mjs';
import { diagnosticGroups } from '../../src/checker/diagnostics/codes.ts';
import { explainCode } from '../../src/checker/diagnostics/explain.ts';
import { describeExampleFile } from '../../src/review/explain.ts';

test('docs/diagnostics.md is what `npm run docs` makes of the table', () => {
  const page = readFileSync(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8');
  const made = diagnosticsPage({
    groups: diagnosticGroups,
    explain: explainCode,
    describeFile: describeExampleFile,
  });
  expect(page === made ? 'up to date' : 'stale: run `npm run docs`').toBe('up to date');
});
