const { createRequire } = require('node:module');

// Found from jscodeshift, beside which it is installed; in its workers as well.
const load = createRequire(process.argv[1] ?? '');
/** @type {readonly import('jscodeshift').Transform[]} */
const transforms = [load('5to6-codemod/transforms/cjs.js'), load('5to6-codemod/transforms/exports.js')];

/**
 * Both transforms that make a CommonJS file a module, one after the other.
 *
 * @type {import('jscodeshift').Transform}
 */
module.exports = (file, api, options) => {
  let { source } = file;
  for (const transform of transforms) source = String(transform({ ...file, source }, api, options) ?? source);
  return source;
};
