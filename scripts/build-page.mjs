// Bundles the script and the style of the HTML review to where the built reporter finds them.

import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
/** @param {string} path */
const at = (path) => fileURLToPath(new URL(path, root));

await build({
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
});
cpSync(at('src/review/html/page/page.html'), at('dist/src/review/html/page.html'));
