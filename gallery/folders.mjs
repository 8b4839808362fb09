// Folders of packages, and copies of them to work in.

import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';

/**
 * @param {string} folder
 * @returns {string[]} the files below it, relative and with `/`, in a fixed order; those of dependencies left out
 */
export function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').includes('node_modules'))
    .sort();
}

/**
 * Whether Node takes the package's `.js` file for an ES module.
 *
 * @param {string} root  the package's folder
 * @param {string} path  of the file, relative to it
 */
export function isTypeModule(root, path) {
  for (let folder = dirname(join(root, path)); folder.length >= root.length; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) return readManifest(manifest).type === 'module';
  }
  return false;
}

/**
 * @param {string} file
 * @returns {Record<string, any>} empty where it is no JSON object
 */
export function readManifest(file) {
  try {
    return Object(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

/**
 * @param {string} from
 * @param {string} to  made
 * @param {{ dependencies: boolean }} options  whether the packages that lie within are copied, too
 */
export function copyFolder(from, to, { dependencies }) {
  cpSync(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => dependencies || basename(path) !== 'node_modules',
  });
}
