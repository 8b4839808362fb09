// @ts-check
/**
 * The examples of all refusals that come of the program itself: no options, answers or files that are no text.
 *
 * @returns {Promise<Record<string, Record<string, string>>>} by code
 */
export async function refusalPrograms() {
  // Not named in a static import: types are checked before anything is built.
  /** @type {typeof import('../../src/checker/diagnostics/codes.ts')} */
  const { diagnostics } = await import(
    new URL('../../dist/src/checker/diagnostics/codes.js', import.meta.url).href
  );
  const programs = Object.entries(diagnostics).flatMap(([code, { severity, example }]) => {
    const files = Object.entries(example?.files ?? {});
    const isPlain = files.every(([path, text]) => typeof text === 'string' && path !== 'package.json');
    return severity === 'refusal' && example?.paths === undefined && isPlain && files.length > 0
      ? [[code, Object.fromEntries(files)]]
      : [];
  });
  return Object.fromEntries(programs);
}
