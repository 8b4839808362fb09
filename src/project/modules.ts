import { join, posix } from 'node:path';
import type { Answer, EsmImport, RequireFact } from '../checker/facts.ts';
import { relativeInside } from './files/paths.ts';
import { gettersOnImport } from './link/getters-on-import.ts';
import { loadingImports, systemOfTypes, typeImports } from './link/imports.ts';
import type { LinkFacts } from './link/link-facts.ts';
import type { Door, LinkModule, Target } from './link/module.ts';
import { namespaceTrouble } from './link/namespace.ts';
import { moduleIds } from './link/reachable.ts';
import { withLooseLoads } from './paths/loose-loads.ts';
import { looseNames } from './paths/loose-names.ts';
import type { NamedPaths } from './paths/named-paths.ts';
import { hasExports, orphans } from './paths/orphans.ts';
import { followsPackageType } from './placement.ts';
import { builtinNames } from './resolve/builtins.ts';
import type { Externals } from './resolve/external.ts';
import { installedAs, splitPackage } from './resolve/lookup.ts';
import { createNames, lexedFor } from './resolve/names.ts';
import type { Resolver } from './resolve/resolver.ts';
import type { LinkedFile } from './scanning/scanned.ts';
import { isLocal } from './targets.ts';

// One for all: most modules have none, and all of them are kept.
const noNames: ReadonlySet<string> = new Set();
const noIds: readonly string[] = [];
const noTargets: readonly Target[] = [];
const noLoads: LinkModule['loose'] = [];

/** What the modules of a run are resolved against. */
export interface Surroundings {
  /** Absolute and real. */
  readonly root: string;
  readonly resolver: Resolver;
  readonly externals: Externals;
  /** Answers from the configuration, by path. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** The public entries of the packages of the run. */
  readonly doors: ReadonlyMap<string, Door>;
  /** The modules that a module may load by a computed specifier, and all that are loaded so. */
  readonly loads: ReadonlyMap<string, ReadonlySet<string>>;
  readonly reached: ReadonlySet<string>;
  /** The modules whose paths a module hands on. */
  readonly handed: ReadonlyMap<string, ReadonlySet<string>>;
  /** Where they do so, and with the modules below folders whose paths they hand on. */
  readonly offers: NamedPaths['offers'];
  /** Strings that look like relative paths, and lead nowhere from where they stand. */
  readonly unmatched: ReadonlySet<string>;
  /** The modules below paths that a module hands on. */
  readonly found: ReadonlyMap<string, ReadonlySet<string>>;
  /** Files that the user named one by one. */
  readonly named: ReadonlySet<string>;
  /** Files that are only looked at. */
  readonly bystanders: ReadonlySet<string>;
}

/** The modules of a run as linking wants them: every specifier resolved by Node's rules. */
export function linkModules(
  files: readonly LinkedFile[],
  around: Surroundings,
): ReadonlyMap<string, LinkModule> {
  const known = new Map(files.map((file) => [file.id, file]));
  const modules = new Map<string, LinkModule>();
  for (const { id, facts } of files)
    if (facts !== null) modules.set(id, linkModule(id, asNodeReadsIt(id, facts, around), known, around));
  const withLoads = withLooseLoads(withDoors(unwrapped(modules), around), around);
  return withImportedNames(withLoads, around);
}

/** What nothing in the project is known to load, or somebody unknown may load, gives what it gave as to outsiders. */
function withDoors(
  modules: ReadonlyMap<string, LinkModule>,
  { root, resolver, unmatched }: Surroundings,
): ReadonlyMap<string, LinkModule> {
  const lone = new Set(orphans(modules));
  const loose = looseNames(modules, unmatched);
  const namesOf = createNames(resolver);
  const result = new Map(modules);
  for (const [id, module] of modules) {
    const isLoaded = lone.has(id) || loose.imported(id) || loose.required(id);
    if (module.door !== null || !hasExports(module) || !isLoaded) continue;
    const isImported = lone.has(id) || (loose.imported(id) && !(loose.importsAny && isForRequire(module)));
    const names = isImported ? (namesOf(join(root, id)) ?? noNames) : null;
    const written = loose.written(id) ? { written: true as const } : {};
    result.set(id, { ...module, door: { names, byPath: false, started: 'perhaps', ...written } });
  }
  return result;
}

/** Whether it would have to stay as it is if it were imported. Of what may be any file, that is not supposed. */
function isForRequire({ facts }: LinkModule): boolean {
  return (
    facts.findings.some(({ code }) => code === 'exports-define-property') ||
    facts.runtime.some(({ feature }) => feature === 'module.parent')
  );
}

/** Tells of each CommonJS module what ES modules that import it would get, and run, by its names. */
function withImportedNames(
  modules: ReadonlyMap<string, LinkModule>,
  { root, resolver, reached }: Surroundings,
): ReadonlyMap<string, LinkModule> {
  const namesOf = createNames(resolver);
  const gettersRun = gettersOnImport(modules, (id) => namesOf(join(root, id)) ?? noNames);
  const imported = new Set([...modules.values()].flatMap(({ imports }) => moduleIds([...imports.values()])));
  const namespaces = new Set([...reached, ...[...modules.values()].flatMap(namespacesIn)]);
  const result = new Map(modules);
  for (const [id, module] of modules) {
    if (module.facts.system !== 'commonjs') continue;
    const file = join(root, id);
    const namespaceNames = namespaces.has(id) ? (namesOf(file) ?? noNames) : noNames;
    const isLexed = module.door?.names != null || imported.has(id);
    const lexed = isLexed ? [...lexedFor(file, resolver)] : [];
    const relays = lexed.flatMap((relayed) => {
      const other = relativeInside(root, relayed);
      return other !== null && other !== id && modules.has(other) ? [other] : [];
    });
    const runsGetters = gettersRun.has(id);
    if (runsGetters || relays.length + namespaceNames.size > 0)
      result.set(id, { ...module, relays, namespaceNames, runsGetters });
  }
  return result;
}

/** The modules whose namespace a module takes: `import * as x`, `export *`, `import()`. */
function namespacesIn({ facts, imports }: LinkModule): readonly string[] {
  const taken = loadingImports(facts).filter(({ names }) => names.includes('*'));
  return moduleIds(taken.flatMap(({ argument }) => imports.get(argument[0]) ?? []));
}

/**
 * `_interopRequireDefault(require('./x'))` is `require('./x')` where that file has the marker of a compiler: nothing but
 * the value itself goes through the helper.
 */
function unwrapped(modules: ReadonlyMap<string, LinkModule>): ReadonlyMap<string, LinkModule> {
  const isUnwrapped = (fact: RequireFact, target: Target): boolean => {
    const { interop } = fact;
    if (interop === null || target.kind !== 'module') return false;
    const { compiled, keys } = modules.get(target.id)!.facts.exports;
    if (compiled === null || !interop.copies) return compiled !== null;
    // One copy can be told from another, and from the exports.
    const inside = { ...fact, form: interop.form };
    return namespaceTrouble(inside, new Set(keys.map(({ key }) => key))) === null;
  };
  const result = new Map(modules);
  for (const [id, module] of modules) {
    const { facts, targets } = module;
    if (!facts.requires.some((fact, index) => isUnwrapped(fact, targets[index]!))) continue;
    const requires = facts.requires.map((fact, index) =>
      fact.interop !== null && isUnwrapped(fact, targets[index]!)
        ? { ...fact, form: fact.interop.form, unwrapped: true as const }
        : fact,
    );
    result.set(id, { ...module, facts: { ...facts, requires } });
  }
  return result;
}

function linkModule(
  id: string,
  facts: LinkFacts,
  known: ReadonlyMap<string, LinkedFile>,
  around: Surroundings,
): LinkModule {
  const target = (specifier: string, loader: 'commonjs' | 'esm'): Target =>
    targetOf(specifier, id, loader, known, around);
  // What could not be parsed has no facts that could matter.
  const knownOf = (others: ReadonlySet<string> | undefined): readonly string[] =>
    others === undefined ? noIds : [...others].filter((other) => known.get(other)?.facts != null);
  return {
    id,
    facts,
    targets: facts.requires.map(({ specifier }) =>
      specifier === null ? { kind: 'dynamic' } : target(specifier, 'commonjs'),
    ),
    imports: importTargets(loadingImports(facts), (specifier) => target(specifier, 'esm')),
    types: importTargets(typeImports(facts), (specifier) => target(specifier, systemOfTypes(facts))),
    candidate: !around.bystanders.has(id) && isCandidate(id, facts, around.named),
    answer: around.answers.get(id) ?? facts.answer,
    alone: false,
    relays: noIds,
    mayLoad: knownOf(around.loads.get(id)),
    loose: noLoads,
    handed: knownOf(around.handed.get(id)),
    found: knownOf(around.found.get(id)),
    namespaceNames: noNames,
    runsGetters: false,
    cached: facts.loader.cache?.specifiers.map((at) => target(at, 'commonjs')) ?? noTargets,
    reached: around.reached.has(id),
    door: around.doors.get(id) ?? null,
  };
}

const noImports: LinkModule['imports'] = new Map();

function importTargets(
  imports: readonly EsmImport[],
  target: (specifier: string) => Target,
): LinkModule['imports'] {
  if (imports.length === 0) return noImports;
  return new Map(imports.map(({ argument, specifier }) => [argument[0], target(specifier)]));
}

/**
 * Where syntax does not tell, the package's type does: `"type": "module"` makes a plain script an ES module. What asks for
 * CommonJS before it uses it is one as well, and does without; what does not ask fails, and was meant to be CommonJS.
 */
function asNodeReadsIt(id: string, facts: LinkFacts, { root, resolver }: Surroundings): LinkFacts {
  const { system, language, loadsAnywhere } = facts;
  const isForAny = system === 'commonjs' && loadsAnywhere && language !== 'typescript';
  if ((system !== 'script' && !isForAny) || !followsPackageType(id)) return facts;
  const type = resolver.manifests.nearest(join(root, id))?.type;
  if (type !== 'module') return facts;
  return system === 'script' ? { ...facts, system: 'esm' } : withoutCommonJs(facts);
}

/** What is left of a file that finds none of the names of CommonJS: its requires are never done, or fail as it expects. */
function withoutCommonJs(facts: LinkFacts): LinkFacts {
  const exports = { ...facts.exports, shape: 'none', keys: [], mentions: [], versions: [] } as const;
  const requires = facts.requires.map((fact) => ({ ...fact, guarded: true }));
  return { ...facts, system: 'esm', exports, requires, runtime: [], mends: [], findings: [] };
}

function targetOf(
  specifier: string,
  from: string,
  loader: 'commonjs' | 'esm',
  known: ReadonlyMap<string, LinkedFile>,
  { root, resolver, externals }: Surroundings,
): Target {
  const fromFile = join(root, from);
  const resolution = resolver[loader](specifier, fromFile);
  if (resolution.kind === 'builtin') {
    return { kind: 'builtin', name: resolution.name, names: builtinNames(resolution.name) };
  }
  const id = resolution.kind === 'file' ? relativeInside(root, resolution.path) : null;
  const file = id === null ? undefined : known.get(id);
  if (file?.facts === null) return { kind: 'unscanned', id: file.id };
  if (file !== undefined) {
    const deep = deepSpecifier(specifier, fromFile, file.id, resolver, externals);
    const unlinked = isUnlinked(specifier, fromFile, resolver) ? { unlinked: true as const } : {};
    const forked =
      loader === 'commonjs' && isForked(specifier, fromFile, resolver) ? { forked: true as const } : {};
    return { kind: 'module', id: file.id, ...(deep === null ? {} : { deep }), ...unlinked, ...forked };
  }
  const external = externals.describe(specifier, fromFile);
  return { kind: 'external', external, file: resolution.kind === 'file' ? resolution.path : null };
}

/** `pkg/lib/x` for a linked package without `exports`: `pkg/lib/x.js`, which follows the file when it is renamed. */
function deepSpecifier(
  specifier: string,
  fromFile: string,
  id: string,
  resolver: Resolver,
  externals: Externals,
): string | null {
  if (isLocal(specifier) || specifier.startsWith('#') || splitPackage(specifier)?.subpath === '.')
    return null;
  const target = resolver.commonjs(specifier, fromFile);
  if (target.kind !== 'file' || resolver.manifests.nearest(target.path)?.exports != null) return null;
  const complete = externals.describe(specifier, fromFile).specifier ?? specifier;
  return complete.endsWith(`/${posix.basename(id)}`) ? complete : null;
}

/** Whether `require` and `import` find different files, as the conditions of `exports` and `imports` may say. */
function isForked(specifier: string, fromFile: string, resolver: Resolver): boolean {
  if (isLocal(specifier)) return false;
  const [required, imported] = [resolver.commonjs(specifier, fromFile), resolver.esm(specifier, fromFile)];
  return required.kind === 'file' && imported.kind === 'file' && required.path !== imported.path;
}

/** Whether a package is found only as one of the workspace, which is not in node_modules yet. */
function isUnlinked(specifier: string, fromFile: string, resolver: Resolver): boolean {
  const name = isLocal(specifier) ? null : splitPackage(specifier)?.name;
  if (name == null) return false;
  const [first] = installedAs(name, fromFile, resolver);
  return first !== undefined && first === resolver.links(name, fromFile);
}

/** `.js`, `.jsx` and Node scripts without an ending are converted; a `.cjs` file where the user named it. */
function isCandidate(id: string, facts: LinkFacts, named: ReadonlySet<string>): boolean {
  if (facts.language === 'typescript') return false;
  const extension = posix.extname(id);
  return extension === '.cjs' ? named.has(id) : extension !== '.mjs';
}
