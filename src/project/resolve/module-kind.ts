import path from 'node:path';
import { parse } from '../../syntax/parse.ts';
import { isProblem, readSource } from '../files/read.ts';
import type { Manifests } from '../packages/manifest.ts';

/**
 * What Node takes a file for. `other`: `require` runs it as CommonJS, `import` rejects it (an ending that Node does not
 * know).
 */
export type ModuleKind = 'esm' | 'commonjs' | 'json' | 'addon' | 'other';

const kindOfEnding: ReadonlyMap<string, ModuleKind> = new Map([
  ['.mjs', 'esm'],
  ['.cjs', 'commonjs'],
  ['.json', 'json'],
  ['.node', 'addon'],
]);

/** By ending, then by the nearest `type`, then by syntax (Node documentation, "Determining module system"). */
export function moduleKind(file: string, manifests: Manifests): ModuleKind {
  const ending = path.extname(file);
  const settled = kindOfEnding.get(ending);
  if (settled !== undefined) return settled;
  if (ending !== '.js' && ending !== '') return 'other';
  const type = manifests.nearest(file)?.type ?? null;
  if (type !== null) return type === 'module' ? 'esm' : 'commonjs';
  return hasModuleSyntax(file) ? 'esm' : 'commonjs';
}

function hasModuleSyntax(file: string): boolean {
  const read = readSource(file);
  // Most files have none of these words, and need no parsing.
  if (isProblem(read) || !/\b(?:import|export|await)\b/.test(read.source)) return false;
  return parsesAsModule(read.source, file);
}

/** A text that parses neither as a script nor as a module is no module. */
function parsesAsModule(source: string, file: string): boolean {
  try {
    return parse(source, { path: file }).goal === 'module';
  } catch {
    return false;
  }
}
