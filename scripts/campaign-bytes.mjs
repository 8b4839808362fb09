// npm run campaign:bytes [name | name@version]...    checks every file of the installed packages of .corpus/

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brokenRules } from './byte-invariants.mjs';
import { corpusPackages, isInstalled, selectPackages } from './corpus-store.mjs';

// Not named in a static import: types are checked before anything is built.
/** @type {typeof import('../src/index.ts')} */
const { convert } = await import(new URL('../dist/src/index.js', import.meta.url).href);

const LARGEST = 1024 * 1024;

const packages = selectPackages(corpusPackages(), process.argv.slice(2)).filter(isInstalled);
let files = 0;
let broken = 0;
for (const { path: folder } of packages) {
  for (const path of scriptsIn(folder)) {
    const source = readFileSync(path, 'utf8');
    if (source.length > LARGEST) continue;
    files++;
    for (const rule of brokenRules(convert, source, path)) {
      broken++;
      console.log(`${path}: ${rule}`);
    }
  }
}
console.log(`${packages.length} packages, ${files} files, ${broken} broken rules`);
process.exitCode = broken > 0 ? 1 : 0;

/** @param {string} folder */
function scriptsIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.jsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
