/**
 * Adds.
 *
 * @param {number} a
 * @param {number} b
 */
export function add(a, b) {
  return a + b;
}

/** The limit. */
export const limit = 3;

/**
 * @typedef {import('path').PlatformPath} Path
 */
