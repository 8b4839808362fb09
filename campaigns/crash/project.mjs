// @ts-check
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes a project of that many files: some are converted in place, some stay CommonJS and are renamed, some are
 * executable, some have CRLF; one is reached by a link.
 *
 * @param {string} root
 * @param {number} count
 */
export function writeProject(root, count) {
  put(join(root, 'package.json'), '{\n\t"name": "crash",\n\t"private": true\n}\n', 0o644);
  for (let n = 0; n < count - 1; n++) put(join(root, pathOf(n)), sourceOf(n), n % 7 === 0 ? 0o755 : 0o644);
  symlinkSync(pathOf(0), join(root, 'link.js'));
}

/** @param {number} n */
function pathOf(n) {
  return `lib/${n % 31}/${n % 5 === 0 ? 'deep/' : ''}file-${n}.js`;
}

/** @param {number} n */
function sourceOf(n) {
  const lines = [
    ...(n % 10 === 0 ? ['// esmshift: keep'] : []),
    `exports.name = 'file ${n}';`,
    // So that sizes differ, and yet converting takes no time worth waiting for.
    ...Array.from({ length: n % 40 }, (_, k) => `// ${'filled '.repeat(k)}`),
  ];
  return lines.map((line) => line + (n % 3 === 0 ? '\r\n' : '\n')).join('');
}

/**
 * @param {string} file
 * @param {string} content
 * @param {number} mode
 */
function put(file, content, mode) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  chmodSync(file, mode);
}
