import { readFileSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';
import type { Manifest } from './manifest.ts';

/**
 * Whether npm would publish a file of the package (documentation of npm, package.json, "files"): what `files` lists, or
 * without it everything that the `.npmignore` of the package does not name. In doubt a file counts as published: an
 * entry of `files` without a slash matches at any depth here, and `.npmignore` files in subfolders are not read.
 *
 * @returns A test for paths relative to the folder of the package.
 */
export function publishedFiles(manifest: Manifest): (file: string) => boolean {
  const always = new Set(
    [manifest.main, ...manifest.bin.values()].flatMap((file) => (file ? [plain(file)] : [])),
  );
  const chosen = manifest.files === null ? allBut(manifest) : only(manifest.files);
  return (file) => !isNeverPublished(file) && (always.has(file) || chosen(file));
}

function only(files: readonly string[]): (file: string) => boolean {
  const listed = ignore({ ignoreCase: false }).add(files.map(plain).filter((entry) => entry !== ''));
  // Unlike `.gitignore`, npm knows braces: `lib/**/*.{js,json}`.
  const braced = files
    .filter((entry) => /^[^!].*\{/.test(entry))
    .flatMap((entry) => [plain(entry), `${plain(entry)}/**`]);
  const inBraces = picomatch(braced, { dot: true });
  const all = files.some((entry) => plain(entry) === '');
  return (file) => all || listed.ignores(file) || inBraces(file);
}

function allBut({ folder }: Manifest): (file: string) => boolean {
  const ignored = readIgnore(path.join(folder, '.npmignore'));
  return (file) => ignored === null || !ignored.ignores(file);
}

function readIgnore(file: string): Ignore | null {
  try {
    return ignore({ ignoreCase: false }).add(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

function plain(entry: string): string {
  return path.posix
    .normalize(entry)
    .replace(/^(?:\.?\/)+/, '')
    .replace(/^\.$/, '');
}

function isNeverPublished(file: string): boolean {
  return /(?:^|\/)(?:node_modules|\.git)\//.test(file);
}
