// A place where a package stands among its dependencies and is found by its name, as in a user's workspace:
//
//   <site>/<package>/                the package's own files
//   <site>/node_modules/<name>       a link to them
//   <site>/node_modules/…            its dependencies

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { copyFolder } from '../folders.mjs';

/**
 * @typedef {object} Site
 * @property {string} root
 * @property {string} name  the package's name
 * @property {string} folder  the package's own folder
 */

/**
 * @param {import('../../scripts/corpus-store.mjs').CorpusPackage} pkg
 * @returns {Site}
 */
export function buildSite(pkg) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'esmshift-site-')));
  const folder = join(root, basename(pkg.path));
  copyFolder(pkg.path, folder, { dependencies: true });
  copyDependencies(join(pkg.home, 'node_modules'), join(root, 'node_modules'), pkg.name);
  symlinkSync(folder, join(root, 'node_modules', pkg.name), 'junction');
  writeFileSync(join(root, 'package.json'), '{ "private": true }\n');
  writeFileSync(join(root, 'import-here.mjs'), 'export default (specifier) => import(specifier);\n');
  return { root, name: pkg.name, folder };
}

/** @param {Site} site */
export function removeSite({ root }) {
  rmSync(root, { recursive: true, force: true });
}

/**
 * Copies all installed packages but one.
 *
 * @param {string} from
 * @param {string} to
 * @param {string} except
 */
function copyDependencies(from, to, except) {
  for (const name of installedIn(from)) {
    if (name === except) continue;
    mkdirSync(dirname(join(to, name)), { recursive: true });
    copyFolder(join(from, name), join(to, name), { dependencies: true });
  }
  mkdirSync(dirname(join(to, except)), { recursive: true });
}

/** @param {string} modules  a node_modules folder */
function installedIn(modules) {
  return readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((scoped) => `${name}/${scoped}`) : [name],
    );
}
