import { posix } from 'node:path';
import type { PathString } from '../checker/facts.ts';
import { isDataEnding } from '../checker/path-texts.ts';
import type { LinkModule } from './link/module.ts';
import { hasUnknownRequire, type NamedPaths } from './named-paths.ts';
import { surelyNamed } from './renamed-paths.ts';

/**
 * Files that may be loaded under their old names, though nobody can say by whom: by a `require` that starts elsewhere
 * (`createRequire(base)('./x')`), through a resolver or search path of the program's own (`require('@/x')`), or by a
 * `require` of which nothing is known. What a string surely names is loaded by that.
 *
 * @param ids the files that get other names
 */
export function looselyNamed(
  modules: ReadonlyMap<string, LinkModule>,
  paths: NamedPaths,
  ids: Iterable<string>,
): ReadonlySet<string> {
  const named = surelyNamed(paths);
  const all = new Set([...ids].filter((id) => !named.has(id) && !asksForMain(modules.get(id))));
  const tails = new Set([...paths.unmatched].map(tailOf));
  if (all.size === 0) return all;
  for (const { facts, targets } of modules.values()) {
    if (hasUnknownRequire(facts) || facts.pathStrings.some(isOfAnyName)) return all;
    for (const [index, { specifier }] of facts.requires.entries())
      if (specifier !== null && isNowhere(targets[index]!)) tails.add(tailOf(specifier));
  }
  return new Set([...all].filter((id) => endsOf(id).some((end) => tails.has(end))));
}

/** `require('./plugins/' + name)`, where the name may lead out of the folder: `../x`. */
function isOfAnyName({ use, computed, end }: PathString): boolean {
  return use === 'load' && computed && !isDataEnding(end);
}

/** Started by its old name it would find that it is not the module that Node was started with. */
export function asksForMain(module: LinkModule | undefined): boolean {
  return (
    module?.facts.runtime.some(({ feature, mainTest }) => feature === 'require.main' || mainTest !== null) ===
    true
  );
}

function isNowhere(target: LinkModule['targets'][number]): boolean {
  return target.kind === 'external' && target.file === null;
}

/** Without what only says where to start: `./`, `../`, `@/`, `~/`, `#/`. */
function tailOf(specifier: string): string {
  return specifier.replace(/^(?:(?:\.{1,2}|[@~#])?\/)+/, '');
}

/** `a/b/c.js`, `a/b/c`, `b/c.js`, `b/c` ...; of an index also its folder. */
function endsOf(id: string): readonly string[] {
  const bare = id.slice(0, id.length - posix.extname(id).length);
  const names = [id, bare, ...(posix.basename(bare) === 'index' ? [posix.dirname(bare)] : [])];
  return names.flatMap((name) => {
    const segments = name.split('/');
    return segments.map((_, start) => segments.slice(start).join('/'));
  });
}
