import { posix } from 'node:path';
import type { PathString, UnknownLoad, ValueUse } from '../../checker/facts.ts';
import { isDataEnding } from '../../checker/path-texts.ts';
import { ANY } from '../../checker/unknown-loads.ts';
import type { LinkModule } from '../link/module.ts';
import { usesOf } from '../link/uses.ts';
import { lendsRequire, type NamedPaths } from './named-paths.ts';
import { surelyNamed } from './renamed-paths.ts';

/** Files that somebody may load, though nothing names them for certain. */
export interface LooseNames {
  /** Whether a `require` may lead to a file. */
  required(id: string): boolean;
  /** Whether an `import()` may. */
  imported(id: string): boolean;
  /** Whether there is an `import()` of which nothing is known at all. */
  readonly importsAny: boolean;
  /** Whether its exports may be written to by those who load it so, or by its own functions, called as their methods. */
  written(id: string): boolean;
}

/**
 * The files that may be loaded though nobody can say by whom: by a `require` that starts elsewhere
 * (`createRequire(base)('./x')`), through a resolver or search path of the program's own (`require('@/x')`), or by a
 * `require` or `import()` of which not even the start of the path is known.
 *
 * @param unmatched strings that look like relative paths, and lead to no file from where they stand
 */
export function looseNames(
  modules: ReadonlyMap<string, LinkModule>,
  unmatched: NamedPaths['unmatched'],
): LooseNames {
  const tails = new Set([...unmatched].map(tailOf));
  const patterns = { require: new Set<string>(), import: new Set<string>(), write: new Set<string>() };
  for (const { facts, targets } of modules.values()) {
    const uses = new Map(facts.requires.map((fact) => [fact.argument[0], usesOf(fact)]));
    for (const { at, by, pattern } of facts.unknownLoads) {
      patterns[by].add(pattern);
      if (uses.get(at)?.some((use) => mayWrite(use, pattern))) patterns.write.add(pattern);
    }
    if (lendsRequire(facts)) patterns.require.add(ANY);
    for (const [index, { specifier }] of facts.requires.entries())
      if (specifier !== null && isNowhere(targets[index]!)) tails.add(tailOf(specifier));
  }
  const isNamed = matchesAny(patterns.require);
  const imported = matchesAny(patterns.import);
  const isWritten = matchesAny(patterns.write);
  const required = (id: string): boolean => isNamed(id) || endsOf(id).some((end) => tails.has(end));
  const hasMethods = (id: string): boolean =>
    modules.get(id)!.facts.exports.keys.some(({ usesThis }) => usesThis);
  const written = (id: string): boolean =>
    isWritten(id) || (hasMethods(id) && (required(id) || imported(id)));
  return { required, imported, importsAny: patterns.import.has(ANY), written };
}

/** Of what may be any file, it is not supposed that others write to it, when they get it. */
function mayWrite({ kind, writes }: ValueUse, pattern: string): boolean {
  return kind === 'member-write' || writes || (pattern !== ANY && handsOn.has(kind));
}

const handsOn: ReadonlySet<ValueUse['kind']> = new Set(['export', 'value']);

/**
 * Those of some files that may be loaded under their old names. What a string surely names is loaded by that.
 *
 * @param ids the files that get other names
 */
export function looselyNamed(
  modules: ReadonlyMap<string, LinkModule>,
  paths: NamedPaths,
  ids: Iterable<string>,
): ReadonlySet<string> {
  const named = surelyNamed(paths);
  const all = [...ids].filter((id) => !named.has(id) && !asksForMain(modules.get(id)));
  if ([...modules.values()].some(({ facts }) => facts.pathStrings.some(isOfAnyName))) return new Set(all);
  const { required, imported } = looseNames(modules, paths.unmatched);
  return new Set(all.filter((id) => required(id) || imported(id)));
}

/** Whether a load of which only the pattern of its path is known may be one of this file. */
export function mayLoad({ pattern }: Pick<UnknownLoad, 'pattern'>, id: string): boolean {
  return matchesAny([pattern])(id);
}

function matchesAny(patterns: Iterable<string>): (id: string) => boolean {
  const all = [...patterns];
  if (all.includes(ANY)) return () => true;
  const matchers = all.map(matcherOf);
  return (id) =>
    matchers.length > 0 && namesOf(id).some((name) => matchers.some((matches) => matches(`/${name}`)));
}

/**
 * Whether a path ends in what a pattern says, at the beginning of a name unless anything may stand there. Each part is
 * taken where it comes first, so that no pattern is slow.
 */
function matcherOf(pattern: string): (path: string) => boolean {
  const [first = '', ...others] = pattern.split(ANY);
  const parts = pattern.startsWith(ANY) ? others : [`/${first}`, ...others];
  const last = parts.pop()!;
  return (path) => {
    let end = 0;
    for (const part of parts) {
      const at = path.indexOf(part, end);
      if (at < 0) return false;
      end = at + part.length;
    }
    return path.endsWith(last) && path.length - last.length >= end;
  };
}

/** `require('./plugins/' + name)`, where the name may lead out of the folder: `../x`. */
function isOfAnyName({ use, computed, end }: PathString): boolean {
  return use === 'load' && computed && !isDataEnding(end);
}

/** Started by its old name it would find that it is not the module that Node was started with. */
export function asksForMain(module: LinkModule | undefined): boolean {
  return (
    module?.facts.runtime.some(
      ({ feature, mainTest }) => feature === 'require.main' || feature === 'module.id' || mainTest !== null,
    ) === true
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
  return namesOf(id).flatMap((name) => {
    const segments = name.split('/');
    return segments.map((_, start) => segments.slice(start).join('/'));
  });
}

/** By what it can be required: `a/index.js`, `a/index`, `a`. */
function namesOf(id: string): readonly string[] {
  const bare = id.slice(0, id.length - posix.extname(id).length);
  return [id, bare, ...(posix.basename(bare) === 'index' ? [posix.dirname(bare)] : [])];
}
