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
  const before = process.cpuUsage();
  try {
    const { status, code, diagnostics } = convert(source);
    if (diagnostics.some((one) => one.code === 'internal-output-invalid')) return 'a fault of ours';
    if (status !== 'converted' && code !== source) return `it is ${status}, but its text changes`;
  } catch (error) {
    return `it crashes: ${error instanceof Error ? error.stack : error}`;
  }
  // Of the processor: other work on the machine is no harm of the text's.
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 > longestMs ? 'it takes more than five seconds' : null;
}
