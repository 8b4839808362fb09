/**
 * Puts the command line and what runs in its worker threads into a few files, in place of the modules that tsc has made
 * of them: Node loads hundreds of small modules slower than it starts. What a command does not need stays apart, in
 * chunks that are loaded when they are asked for. Packages are not included.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

await build({
  absWorkingDir: root,
  entryPoints: { main: 'src/cli/main.ts', worker: 'src/project/worker.ts' },
  outdir: 'dist/src/cli',
  bundle: true,
  splitting: true,
  chunkNames: 'chunk-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
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
