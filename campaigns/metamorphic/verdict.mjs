// @ts-check
/**
 * What was decided about a file, without places and wording: its status, its shape, and how often each code occurs.
 *
 * @param {Pick<import('../../src/project/report.ts').FileReport, 'status' | 'shape' | 'diagnostics'>} row
 */
export function verdictOf({ status, shape, diagnostics }) {
  return [status, shape ?? '-', ...diagnostics.map(({ code }) => code).sort()].join(' ');
}
