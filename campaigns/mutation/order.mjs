// @ts-check
/** @typedef {import('./baseline.mjs').Known} Known */

/**
 * The order in which the tests that reach a mutant are tried: in turns the quickest, and those that come by it most often for
 * the time they take, so that each of the two kinds takes about half of the time.
 *
 * @param {readonly Known[]} tests
 * @param {string} key under which they have reached it
 * @returns {readonly Known[]}
 */
export function inTurns(tests, key) {
  const often = (/** @type {Known} */ test) => (test.reached[key] ?? 0) / costOf(test);
  const kinds = [
    { spent: 0, left: tests.toSorted((a, b) => costOf(b) - costOf(a)) },
    { spent: 0, left: tests.toSorted((a, b) => often(a) - often(b)) },
  ];
  /** @type {Set<Known>} */
  const order = new Set();
  while (order.size < tests.length) {
    const kind = kinds.reduce((one, other) => (other.spent < one.spent ? other : one));
    const next = kind.left.pop();
    if (next === undefined) kind.spent = Number.POSITIVE_INFINITY;
    else if (!order.has(next)) {
      order.add(next);
      kind.spent += costOf(next);
    }
  }
  return [...order];
}

/** @param {Known} test */
function costOf({ ms, beforeMs }) {
  return Math.max(ms + beforeMs, 0.1);
}
