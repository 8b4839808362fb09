import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../', import.meta.url));
const script = `const { transformSync } = require('esbuild');
const sources = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
const compiled = Object.entries(sources).map(([path, source]) => [path, transformSync(source, { format: 'cjs', platform: 'node' }).code]);
process.stdout.write(JSON.stringify(Object.fromEntries(compiled)));`;

/** What esbuild makes of ES modules. It runs in a process of its own: it does not accept the globals of a test. */
export function esbuild(sources: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const output = execFileSync(process.execPath, ['-e', script], {
    cwd: folder,
    input: JSON.stringify(sources),
    encoding: 'utf8',
  });
  return JSON.parse(output);
}
