// npm run gallery -- leaves [names]      leaf files of real packages, before and after
// npm run gallery -- packages [names]    whole packages, before and after, loaded from outside and put to work
// npm run gallery -- page                docs/gallery.md, from the last runs over packages
//
// Names are those of corpus/packages.json; none means all. Missing packages are installed. Exit status 1 where anything
// differs. `--dist DIR` takes the tool from another build than dist/; `--as mjs` goes to the command, and such results do
// not go to the page.

import { parseArgs } from 'node:util';
import { corpusPackages, installPackage, isInstalled, selectPackages } from '../scripts/corpus-store.mjs';
import { leaves } from './leaves/leaves.mjs';
import { packages } from './packages/packages.mjs';
import { writePage } from './page.mjs';
import { loadTool } from './tool.mjs';

/** @type {Record<string, (chosen: import('../scripts/corpus-store.mjs').CorpusPackage[], tool: import('./tool.mjs').Tool) => Promise<boolean>>} */
const exhibitions = { leaves, packages };

const { values, positionals } = parseArgs({
  options: { dist: { type: 'string' }, as: { type: 'string' } },
  allowPositionals: true,
});
const [kind = '', ...names] = positionals;
const exhibition = Object.hasOwn(exhibitions, kind) ? exhibitions[kind] : undefined;
if (kind === 'page') {
  writePage();
} else if (exhibition === undefined) {
  console.error('usage: npm run gallery -- leaves|packages|page [name | name@version]...');
  process.exitCode = 2;
} else {
  const chosen = selectPackages(corpusPackages(), names);
  for (const pkg of chosen) if (!isInstalled(pkg)) await installPackage(pkg);
  process.exitCode = (await exhibition(chosen, await loadTool(values.dist, values.as))) ? 0 : 1;
}
