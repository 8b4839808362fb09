// @ts-check
/**
 * Finds all mutants of the checker, the linker and the rewriter, and makes a copy of the sources and tests that runs without
 * a build, with some of the mutants in it, each behind a switch (StrykerJS, "mutation switching"): one copy serves for all.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import { transformSync } from 'esbuild';
import { createInjector } from 'typed-inject';
import { copies, root } from './place.mjs';

/**
 * @typedef {import('@stryker-mutator/api/core').Mutant} Mutant
 * @typedef {{ files: readonly { name: string, content: string }[], mutants: readonly Mutant[] }} Instrumented
 */

const mutated = ['src/checker/', 'src/project/link/', 'src/rewrite/'];

/** @returns {Promise<readonly Mutant[]>} all that there are, in an order that depends on nothing else */
export async function allMutants() {
  return (await instrumented(mutatedPaths().map((path) => [path, true]))).mutants;
}

/**
 * Writes the copies. The fewer mutants they hold, the less they are slowed down.
 *
 * @param {readonly Mutant[]} drawn which mutants they are to hold at least
 * @param {ReadonlySet<string>} wholly paths of files that are to hold all of theirs
 * @returns {Promise<readonly Mutant[]>} those that they hold; their ids are others than those of `drawn`
 */
export async function writeCopies(drawn, wholly) {
  rmSync(copies, { recursive: true, force: true });
  const wanted = mutatedPaths().map((path) => {
    const own = drawn.filter(({ fileName }) => fileName === path);
    return /** @type {const} */ ([path, wholly.has(path) || own.map(({ location }) => location)]);
  });
  const { files, mutants } = await instrumented(
    wanted.filter(([, which]) => which === true || which.length > 0),
  );
  const texts = new Map(files.map(({ name, content }) => [name, content]));
  for (const path of ['src', '__tests__', 'transforms'].flatMap(typescriptBelow))
    copy(path, texts.get(path) ?? text(path));
  return mutants;
}

/** @param {readonly (readonly [path: string, which: import('@stryker-mutator/api/core').MutateDescription])[]} wanted */
async function instrumented(wanted) {
  const instrumenter = createInjector()
    .provideValue('logger', /** @type {any} */ (quiet))
    .injectFunction(/** @type {any} */ (createInstrumenter));
  return /** @type {Promise<Instrumented>} */ (
    instrumenter.instrument(
      wanted.map(([name, mutate]) => ({ name, mutate, content: text(name) })),
      { plugins: null, excludedMutations: [], ignorers: [] },
    )
  );
}

/** @returns {readonly string[]} */
export function mutatedPaths() {
  return typescriptBelow('src').filter((path) => mutated.some((folder) => path.startsWith(folder)));
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
  const paths = entries.filter((path) => path.endsWith('.ts')).map((path) => join(folder, path));
  return paths.sort();
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
