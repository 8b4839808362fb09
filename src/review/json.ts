import type { Reporter } from './reporter.ts';

/** The report as it is, in the schema of schema/report.json. */
export const json: Reporter = {
  description: 'the report as data (schema/report.json)',
  *render({ report }) {
    yield `${JSON.stringify(report, null, 2)}\n`;
  },
};
