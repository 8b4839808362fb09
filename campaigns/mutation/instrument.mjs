// @ts-check
/**
 * A copy of the sources and tests that runs without a build, with all mutants of the checker, the linker and the
 * rewriter in it, each behind a switch (StrykerJS, "mutation switching"): one copy serves for all of them.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import { transformSync } from 'esbuild';
import { createInjector } from 'typed-inject';
import { copies, root } from './place.mjs';

/** @typedef {import('@stryker-mutator/api/core').Mutant} Mutant */

const mutated = ['src/checker/', 'src/project/link/', 'src/rewrite/'];

/** @returns {Promise<readonly Mutant[]>} */
export async function instrument() {
  rmSync(copies, { recursive: true, force: true });
  const paths = ['src', '__tests__', 'transforms'].flatMap(typescriptBelow);
  const isMutated = (/** @type {string} */ path) => mutated.some((folder) => path.startsWith(folder));
  const sources = paths.filter(isMutated).map((name) => ({ name, mutate: true, content: text(name) }));
  const instrumenter = createInjector()
    .provideValue('logger', /** @type {any} */ (quiet))
    .injectFunction(/** @type {any} */ (createInstrumenter));
  const { files, mutants } = await instrumenter.instrument(sources, {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
  });
  for (const { name, content } of files) copy(name, content);
  for (const path of paths) if (!isMutated(path)) copy(path, text(path));
  return mutants;
}

const quiet = {
  isDebugEnabled: () => false,
  ...Object.fromEntries(
    ['debug', 'info', 'warn', 'error', 'trace', 'fatal'].map((level) => [level, () => {}]),
  ),
};

/** @param {string} folder */
function typescriptBelow(folder) {
  const entries = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return entries.filter((path) => path.endsWith('.ts')).map((path) => join(folder, path));
}

/** @param {string} path */
function text(path) {
  return readFileSync(join(root, path), 'utf8');
}

/**
 * @param {string} path
 * @param {string} content TypeScript
 */
function copy(path, content) {
  const file = join(copies, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, transformSync(content, { loader: 'ts', format: 'esm', target: 'node20' }).code);
}
