import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pair } from './node-resolutions.ts';

const installed = fileURLToPath(new URL('../../../../node_modules', import.meta.url));

/** Everything that looks like a specifier in the installed packages: in their files and among their dependencies. */
export function installedPairs(limit: number): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const file of filesIn(installed)) {
    if (pairs.size >= limit) break;
    for (const specifier of file.endsWith('package.json') ? namesIn(file) : specifiersIn(file))
      pairs.set(`${file} ${specifier}`, [file, specifier]);
  }
  return [...pairs.values()].slice(0, limit);
}

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile() && /(?:\.[cm]?js|^package\.json)$/.test(entry.name)) yield path;
  }
}

function specifiersIn(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  // Bundles repeat what their parts say.
  if (source.length > 200_000) return [];
  const matches = source.matchAll(/(?:require\(|from\s*|import\(|import\s*)\s*['"]([^'"\n]{1,100})['"]/g);
  return [...matches].map((match) => match[1]!);
}

function namesIn(file: string): readonly string[] {
  const { name, dependencies, peerDependencies, devDependencies } = JSON.parse(readFileSync(file, 'utf8'));
  const names = Object.keys({ ...dependencies, ...peerDependencies, ...devDependencies });
  const own = typeof name === 'string' && dirname(file).endsWith(name) ? [name, `${name}/package.json`] : [];
  return [...own, ...names, ...names.map((other) => `${other}/package.json`)];
}
