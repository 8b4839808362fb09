// Writes the pages that are made from the sources. Run it after a build: `npm run docs` does both.

import { writeFileSync } from 'node:fs';
import { diagnosticsPage } from './diagnostics-page.mjs';

const built = new URL('../dist/src/', import.meta.url);
const { diagnosticGroups } = await import(new URL('checker/diagnostics/codes.js', built).href);
const { explainCode } = await import(new URL('checker/diagnostics/explain.js', built).href);
const { describeExampleFile } = await import(new URL('review/explain.js', built).href);
const { configSchema } = await import(new URL('cli/config/schema.js', built).href);

writeFileSync(
  new URL('../schema/config.json', import.meta.url),
  `${JSON.stringify(configSchema, null, 2)}\n`,
);
writeFileSync(
  new URL('../docs/diagnostics.md', import.meta.url),
  diagnosticsPage({ groups: diagnosticGroups, explain: explainCode, describeFile: describeExampleFile }),
);
