/** The parameters of the function that Node wraps around a CommonJS file: free in the source, but declared. */
export const wrapperNames: ReadonlySet<string> = new Set([
  'exports',
  'require',
  'module',
  '__filename',
  '__dirname',
]);
