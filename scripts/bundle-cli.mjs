/**
 * Puts the command line and what runs in its worker threads into a few files, in place of the modules that tsc has made
 * of them: Node loads hundreds of small modules slower than it starts. What a command does not need stays apart, in
 * chunks that are loaded when they are asked for. Most packages are included: Node goes through the text of each CommonJS
 * package for the names that it exports, which for the parser alone takes as long as compiling it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const outdir = 'dist/src/cli';

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { main: 'src/cli/main.ts', worker: 'src/project/scanning/worker.ts' },
  outdir,
  bundle: true,
  splitting: true,
  chunkNames: 'chunk-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  metafile: true,
  // What a package is published for: its files as ES modules, where it has them.
  mainFields: ['module', 'main'],
  // These find files beside them, or are needed by few runs.
  external: ['@inquirer/core', 'ajv', 'jscodeshift', 'lilconfig', 'tinypool', 'yaml', 'yargs'],
  // It reads files that lie beside it.
  plugins: [
    {
      name: 'html-stays-apart',
      setup: ({ onResolve }) =>
        onResolve({ filter: /\/html\.ts$/ }, () => ({ path: '../review/html/html.js', external: true })),
    },
  ],
  logLevel: 'warning',
});

const folders = Object.keys(metafile.inputs).flatMap(
  (path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
);
writeFileSync(join(root, outdir, 'LICENSES.txt'), [...new Set(folders)].sort().map(licence).join('\n\n'));

/**
 * What the licence of an included package asks for: that its text comes with the copy.
 *
 * @param {string} folder
 */
function licence(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const file = ['LICENSE', 'LICENSE.md', 'LICENSE-MIT', 'License.txt', 'license'].find((each) =>
    existsSync(join(root, folder, each)),
  );
  const text = file === undefined ? '' : readFileSync(join(root, folder, file), 'utf8').trim();
  return `${name} ${version} (${license})\n\n${text}`;
}
