// What became of the files of a package, in numbers.

/**
 * @typedef {object} Counts
 * @property {number} converted
 * @property {number} unchanged
 * @property {number} refused
 * @property {number} error
 * @property {Record<string, number>} codes  files by the first code for which they were refused
 */

/**
 * @param {import('../../src/index.ts').Report} report
 * @returns {Counts}
 */
export function countsOf({ files, summary }) {
  /** @type {Record<string, number>} */
  const codes = {};
  for (const { kind, status, diagnostics } of files) {
    if (kind !== 'source' || status !== 'refused') continue;
    const code = diagnostics.find(({ severity }) => severity === 'refusal')?.code ?? 'none';
    codes[code] = (codes[code] ?? 0) + 1;
  }
  return { ...summary, codes };
}
