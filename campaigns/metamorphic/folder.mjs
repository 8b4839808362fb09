// @ts-check
/** Projects in a folder that goes when the work is done. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/**
 * @template T
 * @param {readonly import('../combinations/combine.mjs').Project[]} projects each gets a folder with its number
 * @param {(root: string) => Promise<T>} work
 */
export async function inFolder(projects, work) {
  const root = mkdtempSync(join(tmpdir(), 'esmshift-metamorphic-'));
  try {
    for (const [index, { files }] of projects.entries()) {
      for (const [path, text] of Object.entries(files)) {
        const file = join(root, `${index}`, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
    return await work(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/**
 * @param {string} root
 * @returns {Map<string, string>} the texts of all files by path, but for the journal of the last write
 */
export function textsBelow(root) {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = files.map(
    (file) => /** @type {const} */ ([relative(root, file), readFileSync(file, 'utf8')]),
  );
  return new Map(texts.filter(([path]) => !path.startsWith('.esmshift')).sort());
}
