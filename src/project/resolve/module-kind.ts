import path from 'node:path';
import type { Manifests } from '../packages/manifest.ts';
import type { Contents } from './contents.ts';

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
export function moduleKind(
  file: string,
  { manifests, contents }: { readonly manifests: Manifests; readonly contents: Contents },
): ModuleKind {
  const ending = path.extname(file);
  const settled = kindOfEnding.get(ending);
  if (settled !== undefined) return settled;
  if (ending !== '.js' && ending !== '') return 'other';
  const type = manifests.nearest(file)?.type ?? null;
  if (type !== null) return type === 'module' ? 'esm' : 'commonjs';
  return contents.hasModuleSyntax(file) ? 'esm' : 'commonjs';
}
