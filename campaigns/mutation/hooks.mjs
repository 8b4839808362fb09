// @ts-check
/** Hooks of the loader: TypeScript is taken from the copies, and the tests get the collector in place of jest. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copies, root } from './place.mjs';

const collector = new URL('collector.mjs', import.meta.url).href;

/** @type {import('node:module').ResolveHook} */
export function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: collector, format: 'module', shortCircuit: true };
  return next(specifier, context);
}

/** @type {import('node:module').LoadHook} */
export function load(url, context, next) {
  if (!url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
  const path = relative(root, fileURLToPath(url));
  return { format: 'module', source: readFileSync(join(copies, path), 'utf8'), shortCircuit: true };
}
