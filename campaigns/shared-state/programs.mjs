// @ts-check
/** Programs in which one file reads state, and loads another one that changes it, each by whatever way it got hold of it. */
import { randomFrom } from '../crash/random.mjs';
import { homes, hops, mains, occasions, readers, reads, writes } from './parts.mjs';

/** @typedef {import('../combinations/combine.mjs').Project} Project */

const mostHops = 2;
/** How often the reader has the state by a detour as well. */
const detour = 0.4;

/**
 * @param {number} seed
 * @returns {Project} always the same for one seed
 */
export function programOf(seed) {
  const random = randomFrom(seed);
  const upTo = (/** @type {number} */ limit) => Math.floor(random() * limit);
  /** @type {<T>(list: readonly T[]) => T} */
  const one = (list) => /** @type {any} */ (list[upTo(list.length)]);
  const [home, expression] = one(homes);
  const files = { ...home };
  const handedOn = (/** @type {string} */ name, /** @type {number} */ count) =>
    Array.from({ length: count }, (_, index) => `${name}${index}`).reduce(
      (value, own) => one(hops)(value, files, own),
      expression,
    );
  const written = handedOn('given', upTo(mostHops + 1));
  const seen = handedOn('found', random() < detour ? 1 : 0);
  const write = one(writes);
  const isHeld = random() < 0.5;
  const writing = isHeld
    ? `const state = ${written}; ${filled(write, { S: 'state' })}`
    : filled(write, { S: written });
  for (const [path, text] of Object.entries(one(occasions))) files[path] = filled(text, { W: writing });
  const read = one(reads);
  files['reader.js'] = filled(one(readers), {
    R: filled(read, { S: seen }),
    I: filled(read, { S: 'state' }),
    S: seen,
    X: "require('./writer').x",
  });
  files['main.js'] = one(mains);
  for (const path of Object.keys(files)) {
    const name = /^node_modules\/(\w+)\/index\.js$/.exec(path)?.[1];
    if (name !== undefined)
      files[`node_modules/${name}/package.json`] = `{ "name": "${name}", "version": "1.0.0" }\n`;
  }
  return { name: `shared state ${seed}`, files: { 'package.json': '{ "private": true }\n', ...files } };
}

/**
 * @param {string} text in which capital letters stand alone for what is put there
 * @param {Readonly<Record<string, string>>} values
 */
function filled(text, values) {
  return text.replace(/\b[A-Z]\b/g, (letter) => values[letter] ?? letter);
}
