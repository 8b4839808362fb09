// The tool under test: the built files, so that what runs here is what users get.

import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * @typedef {object} Tool
 * @property {string} cli  the command's file
 * @property {'package' | 'mjs'} as  how it names converted files
 * @property {typeof import('../src/index.ts').convert} convert
 * @property {import('../src/project/resolve/external.ts').Externals} externals  what packages give
 */

/**
 * @param {string} [built]  the folder of a build; this repository's own by default
 * @param {string} [as]  `package` or `mjs`
 * @returns {Promise<Tool>}
 * @throws where it was not built
 */
export async function loadTool(built = fileURLToPath(new URL('../dist', import.meta.url)), as = 'package') {
  const source = join(resolve(built), 'src');
  const { convert } = await load(source, 'index.js');
  const { createResolver } = await load(source, 'project/resolve/resolver.js');
  const { createExternals } = await load(source, 'project/resolve/external.js');
  const naming = as === 'mjs' ? 'mjs' : 'package';
  return {
    cli: join(source, 'cli/bin.js'),
    as: naming,
    convert,
    externals: createExternals(createResolver()),
  };
}

/**
 * @param {string} folder
 * @param {string} file
 */
function load(folder, file) {
  return import(pathToFileURL(join(folder, file)).href);
}
