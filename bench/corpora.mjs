// What the benchmark runs over: published packages, pinned, and trees that are made.

import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describePackage, installPackage, isInstalled } from '../scripts/corpus-store.mjs';
import { writeSyntheticTree } from './synthetic.mjs';

/**
 * @typedef {object} Corpus
 * @property {string} title
 * @property {readonly string[]} [packages] `name@version`
 * @property {number} [files] of a tree that is made
 */

/** @type {Readonly<Record<string, Corpus>>} */
export const corpora = {
  small: {
    title: 'eslint, mongoose, fastify and async',
    packages: ['eslint@8.57.1', 'mongoose@8.24.10', 'fastify@4.29.1', 'async@2.6.4'],
  },
  large: {
    title: 'twelve packages, from core-js to webpack',
    packages: [
      'core-js@3.40.0',
      'es-abstract@1.24.2',
      'faker@5.5.3',
      'lodash@4.18.1',
      'webpack@5.112.2',
      'caniuse-lite@1.0.30001826',
      'eslint@8.57.1',
      'eslint-plugin-vue@9.33.0',
      'mongoose@8.24.10',
      'fastify@4.29.1',
      'eslint-plugin-unicorn@48.0.1',
      'knex@3.3.0',
    ],
  },
  synthetic: { title: 'small files, made by `bench/synthetic.mjs`', files: 100_000 },
};

/**
 * Lays a corpus out in a folder that does not exist yet: packages side by side, each with its dependencies in reach.
 *
 * @param {Corpus} corpus
 * @param {string} folder
 */
export async function layOut({ packages = [], files }, folder) {
  if (files !== undefined) return writeSyntheticTree(folder, files);
  mkdirSync(folder, { recursive: true });
  for (const pkg of packages.map((spec) => describePackage(spec))) {
    if (!isInstalled(pkg)) await installPackage(pkg);
    const copy = join(folder, pkg.spec);
    copyWithoutDependencies(pkg.path, copy);
    symlinkSync(join(pkg.home, 'node_modules'), join(copy, 'node_modules'));
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
export function copyWithoutDependencies(from, to) {
  if (!existsSync(from)) throw new Error(`${from} is not there`);
  cpSync(from, to, { recursive: true, filter: (path) => basename(path) !== 'node_modules' });
}
