// Leaf files, which require none of their package's own files, run as CommonJS and after their conversion alone.

import { mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { copyFolder, filesOf, isTypeModule } from '../folders.mjs';
import { compareLeaves } from './compare.mjs';

/** @typedef {import('../../scripts/corpus-store.mjs').CorpusPackage} CorpusPackage */
/** @typedef {import('../tool.mjs').Tool} Tool */

/**
 * @typedef {object} Leaf
 * @property {string} path  relative to the package
 * @property {string} convertedPath  the converted text, written beside it
 * @property {'named' | 'default' | 'none'} shape
 * @property {readonly string[]} conditionalKeys  announced to be `undefined` where they used to be missing
 *
 * @typedef {object} LeafResult
 * @property {number} compared
 * @property {number} threw  how many of them threw while loading, before and after
 * @property {{ path: string, reason: string }[]} different
 */

/**
 * Compares the leaf files of installed packages and prints how that went.
 *
 * @param {readonly CorpusPackage[]} packages
 * @param {Tool} tool
 * @returns {Promise<boolean>} whether none differs
 */
export async function leaves(packages, tool) {
  const total = { compared: 0, threw: 0, different: 0 };
  for (const pkg of packages) {
    const { compared, threw, different } = await compareLeavesOf(pkg, tool);
    total.compared += compared;
    total.threw += threw;
    total.different += new Set(different.map(({ path }) => path)).size;
    console.log(`${pkg.spec}: ${compared} leaf files, ${different.length} differences`);
    for (const { path, reason } of different) console.log(`  ${path}\n    ${reason.slice(0, 600)}`);
  }
  const errors = `${total.threw} of them throw while loading, before and after`;
  console.log(`\n${total.compared} leaf files compared (${errors}), ${total.different} different`);
  return total.different === 0;
}

/**
 * Compares the leaf files of one installed package.
 *
 * @param {CorpusPackage} pkg
 * @param {Tool} tool
 * @returns {Promise<LeafResult>}
 */
export async function compareLeavesOf(pkg, tool) {
  const site = realpathSync(mkdtempSync(join(tmpdir(), 'esmshift-leaves-')));
  try {
    const copy = join(site, basename(pkg.path));
    copyFolder(pkg.path, copy, { dependencies: true });
    symlinkSync(join(pkg.home, 'node_modules'), join(site, 'node_modules'));
    return await compareLeaves(copy, convertedLeaves(copy, tool));
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
}

/**
 * Converts each leaf file and writes the result beside it.
 *
 * @param {string} root
 * @param {Tool} tool
 * @returns {Leaf[]}
 */
function convertedLeaves(root, tool) {
  return filesOf(root)
    .filter((path) => path.endsWith('.js') && !isTypeModule(root, path))
    .flatMap((path) => {
      const source = readFileSync(join(root, path), 'utf8');
      let local = false;
      const { status, shape, code, diagnostics } = tool.convert(source, {
        path,
        resolve(specifier) {
          local ||= /^[./]/.test(specifier);
          return {
            kind: /** @type {const} */ ('external'),
            external: tool.externals.describe(specifier, join(root, path)),
            file: null,
          };
        },
      });
      if (status !== 'converted' || shape === null || local) return [];
      const convertedPath = path.replace(/\.js$/, '.as-esm.mjs');
      writeFileSync(join(root, convertedPath), code);
      return [{ path, convertedPath, shape, conditionalKeys: conditionalKeysOf(diagnostics) }];
    });
}

/** @param {readonly import('../../src/index.ts').Diagnostic[]} diagnostics */
function conditionalKeysOf(diagnostics) {
  return diagnostics
    .filter(({ code }) => code === 'exports-conditional')
    .map(({ message }) => /`exports\.([^`]+)`/.exec(message)?.[1] ?? '');
}
