import type { Range } from '../../../checker/facts.ts';
import { addTo } from '../../../lists.ts';
import type { LinkModule, Target } from '../module.ts';
import { reach } from '../reachable.ts';
import type { Suspects } from './suspects.ts';

/** A module of the project that requires a package which looks at its callers. */
export interface Asking {
  readonly id: string;
  /** The `require` call. */
  readonly range: Range;
  /** The name of the package whose file looks. */
  readonly reader: string;
}

/** The modules that require an installed file which leads to one of the readers: their functions are its callers. */
export function modulesAsking(
  modules: ReadonlyMap<string, LinkModule>,
  readers: readonly string[],
  loads: Suspects['loads'],
): readonly Asking[] {
  const leading = leadingTo(readers, loads);
  if (leading.size === 0) return [];
  return [...modules.values()].flatMap(({ id, facts, targets }) =>
    targets.flatMap((target, index) => {
      const reader = leading.get(fileOf(target) ?? '');
      return reader === undefined
        ? []
        : [{ id, range: facts.requires[index]!.call, reader: packageOf(reader).name }];
    }),
  );
}

/**
 * The installed files that lead to a reader, each with that: of its own package, and of a package of a single file that
 * requires it, as to do the like. Larger ones have it look at their own functions, or have other uses besides.
 */
function leadingTo(readers: readonly string[], loads: Suspects['loads']): ReadonlyMap<string, string> {
  const leading = new Map<string, string>();
  if (readers.length === 0) return leading;
  const loaders = loadersBy(loads);
  const ofPackage = (file: string, others: readonly string[]): readonly string[] =>
    others.filter((other) => packageOf(other).folder === packageOf(file).folder);
  const isSingle = (file: string): boolean =>
    ofPackage(file, [...(loads.get(file) ?? []), ...(loaders.get(file) ?? [])]).length === 0;
  for (const reader of readers) {
    const own = reach([reader], (file) => ofPackage(file, loaders.get(file) ?? []));
    const users = [...own].flatMap((file) => loaders.get(file) ?? []).filter(isSingle);
    for (const file of [...own, ...users]) if (!leading.has(file)) leading.set(file, reader);
  }
  return leading;
}

/** Some installed files, and those that load them in turn. */
export function withLoadersAmong(files: readonly string[], loads: Suspects['loads']): ReadonlySet<string> {
  const loaders = loadersBy(loads);
  return reach(files, (file) => loaders.get(file) ?? []);
}

function loadersBy(loads: Suspects['loads']): ReadonlyMap<string, readonly string[]> {
  const loaders = new Map<string, string[]>();
  for (const [file, loaded] of loads) for (const each of loaded) addTo(loaders, each, file);
  return loaders;
}

export function fileOf(target: Target): string | null {
  return target.kind === 'external' ? target.file : null;
}

/** `…/node_modules/@scope/name/lib/x.js` -> `…/node_modules/@scope/name` */
function packageOf(file: string): { readonly folder: string; readonly name: string } {
  const parts = file.split(/[\\/]/);
  const start = parts.lastIndexOf('node_modules') + 1;
  const end = start + (parts[start]?.startsWith('@') ? 2 : 1);
  return { folder: parts.slice(0, end).join('/'), name: parts.slice(start, end).join('/') };
}
