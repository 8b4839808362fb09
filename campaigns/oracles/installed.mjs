// @ts-check
/** The packages of folders called node_modules, and the files that `require` of them, or of their subpaths, leads to. */
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * @typedef {object} Door
 * @property {string} name `package@version`, or with the subpath `package@version/subpath`
 * @property {string} file
 */

/**
 * @param {readonly string[]} folders
 * @returns {Map<string, Door[]>} by package; one of each version
 */
export function doorsIn(folders) {
  /** @type {Map<string, Door[]>} */
  const found = new Map();
  for (const folder of folders) {
    for (const name of packagesIn(folder)) {
      const manifest = manifestIn(join(folder, name));
      const id = `${name}@${manifest?.version}`;
      if (manifest !== null && !found.has(id)) found.set(id, doorsOf(folder, name, id, manifest));
    }
  }
  return found;
}

/** @param {string} folder */
function packagesIn(folder) {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : [];
  return names
    .sort()
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`) : [name],
    );
}

/** @param {string} folder @returns {any} */
function manifestIn(folder) {
  const file = join(folder, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} id
 * @param {{ exports?: unknown }} manifest
 */
function doorsOf(folder, name, id, { exports }) {
  const subpaths = Object.keys(Object(exports)).filter((key) => key.startsWith('./') && !key.includes('*'));
  const require = createRequire(join(folder, 'oracle.js'));
  /** @type {Map<string, Door>} */
  const doors = new Map();
  for (const subpath of ['', ...subpaths.map((key) => key.slice(1))]) {
    const file = resolved(require, name + subpath);
    if (file !== null && /\.c?js$/.test(file) && !doors.has(file))
      doors.set(file, { name: id + subpath, file });
  }
  return [...doors.values()];
}

/** @param {NodeJS.Require} require @param {string} specifier */
function resolved(require, specifier) {
  try {
    return realpathSync(require.resolve(specifier));
  } catch {
    return null;
  }
}
