/**
 * Adds.
 *
 * @param {number} a
 * @param {number} b
 */
exports.add = function (a, b) {
  return a + b;
};

/** The limit. */
exports.limit = 3;

/**
 * @typedef {import('path').PlatformPath} Path
 */
