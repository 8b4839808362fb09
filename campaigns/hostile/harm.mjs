// @ts-check
const longestMs = 5000;

/**
 * What a text does to the converter that no text may do.
 *
 * @param {typeof import('../../src/index.ts').convert} convert
 * @param {string} source
 * @returns {string | null}
 */
export function harm(convert, source) {
  const started = performance.now();
  try {
    const { status, code, diagnostics } = convert(source);
    if (diagnostics.some((one) => one.code === 'internal-output-invalid')) return 'a fault of ours';
    if (status !== 'converted' && code !== source) return `it is ${status}, but its text changes`;
  } catch (error) {
    return `it crashes: ${error instanceof Error ? error.stack : error}`;
  }
  return performance.now() - started > longestMs ? 'it takes more than five seconds' : null;
}
