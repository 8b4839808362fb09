import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, relative, resolve, sep } from 'node:path';
import { convert } from './convert.ts';
import { errorCode } from './files/problem.ts';
import type { Target } from './link/module.ts';
import { scanOrFinding } from './scanning/scanned.ts';
import { isLocal } from './targets.ts';

/**
 * A resolver for a file that is converted on its own: looks at the files that it requires, so that each import gets
 * the form that the required file will have once it is converted, too.
 *
 * @param path the file that is converted
 * @returns what `ConvertOptions.resolve` takes; packages, and files that are not there, are left to its assumptions
 */
export function neighbourResolver(path: string): (specifier: string) => Target | null {
  // Node resolves from where a file really lies, and so must we.
  const from = existsSync(path) ? realpathSync(path) : resolve(path);
  const { resolve: locate } = createRequire(from);
  return (specifier) => {
    if (!isLocal(specifier)) return null;
    try {
      const file = locate(specifier);
      return describe(file, specifierOf(dirname(from), file));
    } catch (failure) {
      // Not found, or not readable.
      if (errorCode(failure) !== '') return null;
      throw failure;
    }
  };
}

function describe(file: string, specifier: string): Target | null {
  if (file.endsWith('.json')) return external(file, 'json', specifier);
  if (file.endsWith('.node')) return external(file, 'addon', specifier);
  const source = readFileSync(file, 'utf8');
  const facts = scanOrFinding(source, file);
  if (!('system' in facts)) return null;
  if (facts.system === 'esm') return external(file, 'esm', specifier, new Set(facts.esm.exports));
  const { status, shape } = convert(source, { path: file });
  const settled = status === 'converted' || status === 'unchanged' ? (shape ?? 'none') : 'commonjs';
  return { kind: 'neighbour', neighbour: { shape: settled, keys: facts.exports.keys, specifier } };
}

function external(
  file: string,
  system: 'json' | 'addon' | 'esm',
  specifier: string,
  names: ReadonlySet<string> | null = null,
): Target {
  return { kind: 'external', external: { system, names, specifier }, file };
}

function specifierOf(folder: string, file: string): string {
  const path = relative(folder, file).split(sep).join('/');
  return path.startsWith('.') ? path : `./${path}`;
}
