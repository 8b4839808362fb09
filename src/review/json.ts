import type { Reviewed } from './reporter.ts';

/** The report as it is, in the schema of schema/report.json. */
export function* json({ report }: Reviewed): Iterable<string> {
  yield `${JSON.stringify(report, null, 2)}\n`;
}
