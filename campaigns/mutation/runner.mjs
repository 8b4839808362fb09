// @ts-check
/** Runs collected tests one by one; what is to be done before a block of them is done when its first test comes. */

/**
 * @typedef {import('./collector.mjs').Test} Test
 * @typedef {import('./collector.mjs').Block} Block
 */

/** @type {Set<Block>} in the order in which they began */
const begun = new Set();

/** @param {Block} block @returns {Block[]} from the file down to it */
export function path(block) {
  return block.parent === null ? [block] : [...path(block.parent), block];
}

/** @param {Block} block */
export async function begin(block) {
  for (const each of path(block)) {
    if (begun.has(each)) continue;
    begun.add(each);
    for (const work of each.hooks.beforeAll) await work();
  }
}

/** @param {Test} test */
export async function run({ block, work }) {
  const blocks = path(block);
  for (const each of blocks) for (const before of each.hooks.beforeEach) await before();
  try {
    await work();
  } finally {
    for (const each of blocks.toReversed()) for (const after of each.hooks.afterEach) await after();
  }
}

/** Undoes what the blocks did, whatever comes of it, so that they can begin again. */
export async function end() {
  for (const { hooks } of [...begun].toReversed())
    for (const work of hooks.afterAll)
      await Promise.resolve()
        .then(work)
        .catch(() => {});
  begun.clear();
}
