// Run in a child process, in the folder of a site: loads a package and hands it to the script that works with it.

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {object} Workplace
 * @property {string} site  the folder that the work may write to
 * @property {string} folder  the package's own folder
 * @property {(specifier: string) => Promise<any>} load  loads another module through the same door
 * @property {() => Promise<any>} names  what the package exports by name: the exports object, or the namespace
 *
 * @callback Work
 * @param {any} subject  the package: what `require` gives, or the default export
 * @param {Workplace} workplace
 * @returns {unknown}
 */

const [site = '', name = '', folder = '', script = '', door] = process.argv.slice(2);
const requireHere = createRequire(join(site, 'worker.cjs'));
const { default: importHere } = await import(pathToFileURL(join(site, 'import-here.mjs')).href);

/** @param {string} specifier */
async function load(specifier) {
  if (door === 'require') return requireHere(specifier);
  const namespace = await importHere(specifier);
  // A package may have another entry for `import`, with named exports alone.
  return namespace.default ?? namespace;
}

function names() {
  return door === 'require' ? requireHere(name) : importHere(name);
}

const { default: work } = await import(pathToFileURL(script).href);
await work(await load(name), { site, folder, load, names });
