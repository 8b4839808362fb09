// Bundles the script and the style of the HTML review to where the built reporter finds them, with the licences of what
// is bundled.

import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
/** @param {string} path */
const at = (path) => fileURLToPath(new URL(path, root));

const { metafile } = await build({
  entryPoints: { page: at('src/review/html/page/main.tsx') },
  outdir: at('dist/src/review/html'),
  bundle: true,
  minify: true,
  // An end tag in a string would end the element that the script stands in.
  supported: { 'inline-script': false },
  format: 'iife',
  target: ['chrome123', 'firefox120', 'safari17.5'],
  tsconfig: at('src/review/html/page/tsconfig.json'),
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
});
cpSync(at('src/review/html/page/page.html'), at('dist/src/review/html/page.html'));
writeFileSync(at('dist/src/review/html/page.licences.txt'), licencesOf(Object.keys(metafile.inputs)));

/** @param {readonly string[]} paths */
function licencesOf(paths) {
  const names = paths.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  const packages = [...new Set(names)].sort();
  return packages.map((name) => `${name}\n\n${licenceOf(name)}`).join('\n---\n\n');
}

/** @param {string} name */
function licenceOf(name) {
  const folder = new URL(`node_modules/${name}/`, root);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no licence to pass on.`);
  return readFileSync(new URL(file, folder), 'utf8');
}
