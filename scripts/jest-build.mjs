// Builds dist/ once before the tests that run what users run; nothing to do where it is newer than the sources.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const SOURCES = [
  'src/',
  'transforms/',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'scripts/build-page.mjs',
  'scripts/bundle-cli.mjs',
];
const ENTRY = new URL('dist/src/cli/bin.js', root);

export default function build() {
  if (existsSync(ENTRY) && newest(['dist/']) > newest(SOURCES)) return;
  const compiler = fileURLToPath(new URL('node_modules/typescript/bin/tsc', root));
  try {
    execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
      cwd: root,
      stdio: 'pipe',
    });
  } catch (error) {
    // Type errors are for `npm run typecheck`, which names them; the output is there all the same.
    if (!existsSync(ENTRY)) throw error;
  }
  for (const script of ['scripts/build-page.mjs', 'scripts/bundle-cli.mjs'])
    execFileSync(process.execPath, [fileURLToPath(new URL(script, root))], { stdio: 'pipe' });
}

/** @param {readonly string[]} names Folders, which end in `/`, and files. */
function newest(names) {
  const files = names.flatMap((name) => (name.endsWith('/') ? filesIn(name) : [name]));
  return Math.max(...files.map((file) => statSync(new URL(file, root)).mtimeMs));
}

/** @param {string} folder */
function filesIn(folder) {
  const entries = readdirSync(new URL(folder, root), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`);
}
