// The public doors of a package, as somebody outside finds them: its name, and the files that one may require.

import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { filesOf, isTypeModule, readManifest } from '../folders.mjs';

/** Folders whose files are programs, not modules for others. */
const programs =
  /(?:^|\/)(?:bin|build|tests?|__tests__|examples?|bench(?:marks?)?|scripts?|tasks?|tools?|perf|demo|browser-tests|types|esm|umd)\//;
const program = /(?:^|\/)(?:\.[^/]*|cli|bin|[Gg]runtfile|gulpfile|[^/]*\.(?:test|spec|config))\.c?js$/;

/** @typedef {import('../observation.mjs').ModuleRequest} ModuleRequest */

/**
 * @typedef {object} Doors
 * @property {string} main
 * @property {ModuleRequest[]} deep
 */

/**
 * The specifiers by which a package can be loaded.
 *
 * @param {import('./site.mjs').Site} site
 * @returns {Doors}
 */
export function doorsOf({ name, folder }) {
  const manifest = readManifest(join(folder, 'package.json'));
  // `punycode` alone would be Node's own.
  const main = builtinModules.includes(name) ? `${name}/` : name;
  return {
    main,
    deep:
      manifest.exports === undefined ? deepDoors(name, folder, manifest) : subpaths(name, manifest.exports),
  };
}

/**
 * Every published CommonJS module: without `exports`, all of them can be required.
 *
 * @param {string} name
 * @param {string} folder
 * @param {Record<string, any>} manifest
 * @returns {ModuleRequest[]}
 */
function deepDoors(name, folder, manifest) {
  const commands = Object.values(Object(typeof manifest.bin === 'string' ? [manifest.bin] : manifest.bin));
  const isCommand = (/** @type {string} */ path) =>
    commands.some((file) => file.replace(/^\.\//, '') === path);
  return filesOf(folder)
    .filter((path) => path.endsWith('.js') && !programs.test(path) && !program.test(path) && !isCommand(path))
    .filter((path) => !isTypeModule(folder, path))
    .flatMap((path) => [
      { specifier: `${name}/${path}`, look: 'both' },
      // Only `require` adds the extension.
      { specifier: `${name}/${path.slice(0, -'.js'.length)}`, look: 'exports' },
    ]);
}

/**
 * The keys of `exports` that name one module each.
 *
 * @param {string} name
 * @param {unknown} exported
 * @returns {ModuleRequest[]}
 */
function subpaths(name, exported) {
  return Object.keys(Object(exported))
    .filter((key) => key.startsWith('./') && !key.includes('*') && !/\.(?:json|ts|css)$|\/$/.test(key))
    .map((key) => ({ specifier: name + key.slice(1), look: 'both' }));
}
