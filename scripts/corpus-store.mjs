// The corpus: published packages under `.corpus/`, each with its dependencies in a folder of its own, so that
// two versions of one package do not meet and deleting a folder is all it takes to install it again.

import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * @typedef {object} CorpusPackage
 * @property {string} spec   `name@version`, as the manifest pins it
 * @property {string} name   the name alone
 * @property {string} home   the folder that holds its node_modules
 * @property {string} path   the package's own folder, `home`/node_modules/`name`
 * @property {boolean} inReadme  whether the README's table has a row for it
 */

const run = promisify(execFile);
const corpus = fileURLToPath(new URL('../.corpus/', import.meta.url));
const manifest = JSON.parse(readFileSync(new URL('../corpus/packages.json', import.meta.url), 'utf8'));

/**
 * Every package of the manifest, installed or not, those of the README first.
 *
 * @returns {CorpusPackage[]}
 */
export function corpusPackages() {
  return [
    ...manifest.readme.map((/** @type {string} */ spec) => describePackage(spec, true)),
    ...manifest.more.map((/** @type {string} */ spec) => describePackage(spec)),
  ];
}

/**
 * The packages that a filter names: `commander` means every pinned version, `commander@7.2.0` that one.
 *
 * @param {CorpusPackage[]} packages
 * @param {string[]} filters  none means all
 * @returns {CorpusPackage[]}
 * @throws {Error} where a filter names no package of the manifest
 */
export function selectPackages(packages, filters) {
  /** @type {(filter: string) => (pkg: CorpusPackage) => boolean} */
  const isNamedBy = (filter) => (pkg) => pkg.name === filter || pkg.spec === filter;

  const unknown = filters.filter((filter) => !packages.some(isNamedBy(filter)));
  if (unknown.length > 0) throw new Error(`not in corpus/packages.json: ${unknown.join(', ')}`);
  return filters.length === 0 ? packages : packages.filter((pkg) => filters.some((f) => isNamedBy(f)(pkg)));
}

/**
 * Whether the package is on this machine, whole.
 *
 * @param {CorpusPackage} pkg
 */
export function isInstalled(pkg) {
  return existsSync(pkg.path);
}

/**
 * Installs one package with its dependencies, without running any of their scripts.
 *
 * It is built beside its home and moved there when complete: an interrupted install leaves nothing that
 * looks like a package.
 *
 * @param {CorpusPackage} pkg
 * @throws {Error} npm's own complaint
 */
export async function installPackage(pkg) {
  const site = `${pkg.home}.partial`;
  rmSync(site, { recursive: true, force: true });
  rmSync(pkg.home, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  // A package.json of its own keeps npm from climbing to ours.
  writeFileSync(`${site}/package.json`, '{ "private": true }\n');
  await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', site, pkg.spec], {
    cwd: site,
    shell: process.platform === 'win32',
  });
  renameSync(site, pkg.home);
}

/**
 * A package that the manifest need not list.
 *
 * @param {string} spec  `name@version`
 * @param {boolean} [inReadme]
 * @returns {CorpusPackage}
 */
export function describePackage(spec, inReadme = false) {
  const name = spec.slice(0, spec.lastIndexOf('@'));
  const home = `${corpus}${spec.replace('/', '+')}`;
  return { spec, name, home, path: `${home}/node_modules/${name}`, inReadme };
}
