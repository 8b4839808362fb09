// Other converters, pinned, each installed into a folder of its own that git ignores.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Peer
 * @property {readonly string[]} packages `name@version`
 * @property {(home: string, list: string) => readonly string[]} args Node's arguments for a run in the folder of the
 *   files, of which `list` names a file with their absolute paths
 */

const drive = fileURLToPath(new URL('./peers/drive.mjs', import.meta.url));
const store = fileURLToPath(new URL('../.bench/peers/', import.meta.url));

/** @type {Readonly<Record<string, Peer>>} */
export const peers = {
  'jscodeshift, a transform that does nothing': jscodeshift('noop'),
  'jscodeshift with 5to6-codemod': jscodeshift('5to6'),
  lebab: driven('lebab', ['lebab@3.2.9']),
  cjstoesm: {
    packages: ['cjstoesm@3.0.0', 'typescript@5.5.4'],
    args: (home) => [
      join(home, 'node_modules/cjstoesm/dist/cli/index.js'),
      'transform',
      '**/*.js',
      'out',
      '--silent',
    ],
  },
  ts2esm: driven('ts2esm', ['ts2esm@2.2.7']),
  putout: driven('putout', ['putout@41.3.1', '@putout/plugin-nodejs@18.4.0']),
  '@knighted/module': driven('@knighted/module', ['@knighted/module@1.6.0']),
};

/**
 * @param {string} transform
 * @returns {Peer}
 */
function jscodeshift(transform) {
  const file = fileURLToPath(new URL(`./peers/${transform}.cjs`, import.meta.url));
  return {
    packages: ['jscodeshift@17.4.0', '5to6-codemod@1.8.0'],
    args: (home) => [join(home, 'node_modules/jscodeshift/bin/jscodeshift.js'), '-t', file, '--silent', '.'],
  };
}

/**
 * @param {string} name
 * @param {readonly string[]} packages
 * @returns {Peer}
 */
function driven(name, packages) {
  return { packages, args: (home, list) => [drive, name, home, list] };
}

/**
 * Installs a peer where it is not, without running any scripts.
 *
 * @param {Peer} peer
 * @returns {string} the folder that holds its node_modules
 */
export function installPeer({ packages }) {
  const home = join(store, packages.join('+').replaceAll('/', '+'));
  if (existsSync(home)) return home;
  const site = `${home}.partial`;
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  writeFileSync(join(site, 'package.json'), '{ "private": true }\n');
  const options = ['--ignore-scripts', '--no-audit', '--no-fund'];
  execFileSync('npm', ['install', ...options, '--prefix', site, ...packages], { cwd: site, stdio: 'pipe' });
  renameSync(site, home);
  return home;
}
