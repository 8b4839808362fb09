import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const filesPerFolder = 50;

/**
 * Writes a tree of many small CommonJS files that require each other as those of an application do: each a few of its
 * folder and one of another, no cycles, every fourth only functions.
 *
 * @param {string} root a folder that does not exist yet
 * @param {number} count
 */
export function writeSyntheticTree(root, count) {
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, 'package.json'), '{ "name": "synthetic", "private": true }\n');
  for (let index = 0; index < count; index++) {
    if (index % filesPerFolder === 0) mkdirSync(join(root, folderOf(index)), { recursive: true });
    writeFileSync(join(root, pathOf(index)), sourceOf(index));
  }
}

/**
 * The files of such a tree.
 *
 * @param {number} count
 */
export function syntheticFiles(count) {
  return Array.from({ length: count }, (_, index) => pathOf(index));
}

/** @param {number} index */
function pathOf(index) {
  return `${folderOf(index)}/file-${index}.js`;
}

/** @param {number} index */
function folderOf(index) {
  const folder = Math.floor(index / filesPerFolder);
  return `area-${folder % 20}/part-${Math.floor(folder / 20)}`;
}

/** @param {number} index */
function sourceOf(index) {
  const before = [1, 7, 131].map((distance) => index - distance).filter((other) => other >= 0);
  const requires = index % 4 === 0 ? [] : before;
  const loads = requires.map((other, at) => {
    const path = `../../${folderOf(other)}/file-${other}`;
    return at === 0
      ? `const { compute${other} } = require('${path}');`
      : `const file${other} = require('${path}');`;
  });
  const uses = requires.map((other, at) =>
    at === 0 ? `compute${other}(n)` : `file${other}.compute${other}(n)`,
  );
  return `'use strict';

const path = require('path');
${loads.join('\n')}

/** Computes number ${index}. */
exports.compute${index} = function compute${index}(n) {
  if (n < ${(index % 9) + 1}) return [${uses.join(', ')}];
  return path.join('part', String(n)).length + ${index};
};

exports.name${index} = 'file ${index}';
`;
}
