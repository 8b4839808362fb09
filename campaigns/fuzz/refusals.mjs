// @ts-check
/** How many of the files are refused into which the generator put nothing on purpose that would explain it. */

/**
 * @typedef {import('../combinations/compare.mjs').FileReport} FileReport
 * @typedef {import('./projects.mjs').Marked} Marked
 *
 * @typedef {object} Refused
 * @property {string} code
 * @property {number} files
 * @property {{ seed: number, path: string }} sample the first one
 */

/** Counts the files without hazards as they come. */
export class Refusals {
  judged = 0;
  refused = 0;
  /** @type {Map<string, Refused>} */
  #byCode = new Map();

  /**
   * @param {Marked & { seed: number }} project
   * @param {readonly FileReport[]} files
   */
  note({ hazards, seed }, files) {
    for (const { path, status, diagnostics } of files) {
      if (hazards[path]?.length !== 0 || (status !== 'converted' && status !== 'refused')) continue;
      this.judged++;
      if (status !== 'refused') continue;
      this.refused++;
      const code = diagnostics.find(({ severity }) => severity === 'refusal')?.code ?? 'none';
      const known = this.#byCode.get(code) ?? { code, files: 0, sample: { seed, path } };
      this.#byCode.set(code, { ...known, files: known.files + 1 });
    }
  }

  /** @returns {readonly Refused[]} the most frequent first */
  byCode() {
    return [...this.#byCode.values()].sort((a, b) => b.files - a.files);
  }
}
