// @ts-check

/**
 * Test files that behave differently, and why.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const known = {};
