// @ts-check
/** What the tests import from jest: collects them, so that any of them can be run alone. */
import { expect } from 'expect';

export { expect };

/**
 * @typedef {() => unknown} Work
 *
 * @typedef {object} Block
 * @property {string} name
 * @property {Block | null} parent
 * @property {Record<'beforeAll' | 'afterAll' | 'beforeEach' | 'afterEach', Work[]>} hooks
 *
 * @typedef {object} Test
 * @property {string} id
 * @property {Block} block
 * @property {Work} work
 */

/** @type {Map<string, Test>} */
export const tests = new Map();
/** @type {Block} */
let block = blockOf('', null);

/** @param {string} path whose tests are collected from now on */
export function enterFile(path) {
  block = blockOf(path, null);
}

/**
 * @param {string} name
 * @param {Block | null} parent
 * @returns {Block}
 */
function blockOf(name, parent) {
  return { name, parent, hooks: { beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] } };
}

/**
 * @param {string} name
 * @param {Work} body
 */
function describeOne(name, body) {
  const outer = block;
  block = blockOf(`${outer.name} > ${name}`, outer);
  body();
  block = outer;
}

/**
 * @param {string} name
 * @param {Work} work
 */
function testOne(name, work) {
  const id = `${block.name} > ${name}`;
  // Tests of one name are told apart by their number.
  const unique = tests.has(id) ? `${id} (${tests.size})` : id;
  tests.set(unique, { id: unique, block, work });
}

/** @param {(name: string, work: Work) => void} one */
function withEach(one) {
  const each =
    (/** @type {readonly unknown[]} */ table) =>
    (/** @type {string} */ name, /** @type {(...row: unknown[]) => unknown} */ work) => {
      for (const [index, row] of table.entries())
        one(`${name} #${index}`, () => work(...(Array.isArray(row) ? row : [row])));
    };
  return Object.assign(one, { each });
}

export const describe = withEach(describeOne);
export const test = withEach(testOne);
export const it = test;
/** @param {Work} work */
export const beforeAll = (work) => void block.hooks.beforeAll.push(work);
/** @param {Work} work */
export const afterAll = (work) => void block.hooks.afterAll.push(work);
/** @param {Work} work */
export const beforeEach = (work) => void block.hooks.beforeEach.push(work);
/** @param {Work} work */
export const afterEach = (work) => void block.hooks.afterEach.push(work);
export const jest = { setTimeout() {} };
