import type { Finding } from '../checker/finding.ts';
import { foldersAround } from './files/paths.ts';
import { heldForNames, namedOutside, onlookersOf, stayingAnyway } from './held-back.ts';
import { type Decided, decide } from './link/decide.ts';
import { isPlainScript } from './link/importers.ts';
import type { Loading } from './link/late/late-loads.ts';
import { link } from './link/link.ts';
import type { Verdict } from './link/module.ts';
import type { Ordering } from './link/order/ordering.ts';
import { isCommand } from './paths/bridges.ts';
import { shownByLooseLoads } from './paths/loose-loads.ts';
import type { NamedPaths } from './paths/named-paths.ts';
import { pathEdits } from './paths/renamed-paths.ts';
import { foldersForStrays, straysAmong } from './paths/strays.ts';
import { type PackageFolder, type Placement, placeAll } from './placement.ts';
import type { PlanOptions } from './plan-options.ts';
import { type RewrittenFile, rewriteFiles } from './rewrite-files.ts';
import type { Run } from './run.ts';
import { runtimeTarget } from './runtime-target.ts';
import { loadingOfRun } from './scanning/loading-of-run.ts';
import { orderingOfRun } from './scanning/ordering-of-run.ts';
import { packagesOfRun } from './scanning/packages-of-run.ts';
import { specifierAfter } from './specifiers.ts';

export interface Settled {
  readonly rewritten: readonly RewrittenFile[];
  readonly packages: readonly PackageFolder[];
  readonly placement: Placement;
  /** Files at whose old paths a module has to lead to them. */
  readonly bridged: ReadonlySet<string>;
  /** Renamed files that nothing is known to find, and to which nothing leads from their old names. */
  readonly strayed: ReadonlySet<string>;
  /** Programs that find out what Node was started with. */
  readonly asking: ReadonlySet<string>;
}

/**
 * Links, places and rewrites. Where a file then has to stay as it is, since a rename would be noticed or since rewriting
 * it fails by a fault of ours, all is decided once more: others were converted in the belief that it would be an ES
 * module.
 */
export async function settle(run: Run, options: PlanOptions): Promise<Settled> {
  const loading = await loadingOfRun(run);
  const ordering = await orderingOfRun(run);
  const onlookers = onlookersOf(run, ordering);
  const stays = stayingAnyway(run, onlookers, options);
  const held = new Set<string>();
  const opened = new Set<string>();
  const size = (): number => stays.size + held.size + opened.size;
  const { forBrowsers } = onlookers;
  for (;;) {
    const known = size();
    const soFar = { stays, held, opened, forBrowsers, loading, ordering };
    const { packages, placement, verdicts, decided } = place(run, options, soFar);
    const { renames } = placement;
    const namedIn = namedOutside(run, packages);
    const byNames = heldForNames(run, onlookers, renames, namedIn);
    for (const more of byNames.held) {
      for (const [id, finding] of more.findings)
        if (!stays.has(id) && verdicts.get(id)?.fate !== 'stay') stays.set(id, finding);
      for (const folder of more.folders) held.add(folder);
    }
    for (const id of scriptsBehindDoors(run.modules, verdicts, placement)) opened.add(id);
    if (size() > known) continue;
    const strays = straysAmong(run.modules, run.paths, renames, namedIn);
    for (const folder of foldersForStrays(strays, packages)) held.add(folder);
    if (size() > known) continue;
    const rewritten = await rewriteFiles(run, verdicts, decided, options);
    for (const { id, outcome } of rewritten) if (outcome.fault !== null) stays.set(id, outcome.fault);
    if (size() > known) continue;
    const isBridged = (id: string): boolean =>
      mayLeaveBridge(id, renames.get(id)!, run.paths) && onlookers.bridges.mayBeStartedByBridge(id);
    const bridged = new Set([...byNames.bridged, ...strays.filter(isBridged)]);
    const strayed = new Set(strays.filter((id) => !bridged.has(id)));
    return { rewritten, packages, placement, bridged, strayed, asking: askingForMain(ordering) };
  }
}

/** What the rounds have settled so far. */
interface SettledSoFar {
  readonly stays: ReadonlyMap<string, Finding>;
  readonly held: ReadonlySet<string>;
  readonly opened: ReadonlySet<string>;
  readonly forBrowsers: ReadonlySet<string>;
  readonly loading: Loading;
  readonly ordering: Ordering;
}

/** Not at the place of a converted file: that it gets a new name was asked for, or nothing else was possible. */
function mayLeaveBridge(id: string, renamed: string, { listsAny }: NamedPaths): boolean {
  return renamed.endsWith('.cjs') && !isCommand(id) && !listsAny;
}

function askingForMain({ loader }: Ordering): ReadonlySet<string> {
  return new Set([...loader.stays].flatMap(([id, { code }]) => (code === 'entry-read-as-main' ? [id] : [])));
}

/**
 * Scripts without any CommonJS that their package's new type alone makes ES modules: outsiders that load one got an
 * empty exports object, which it has to export from then on.
 */
function scriptsBehindDoors(
  modules: Run['modules'],
  verdicts: ReadonlyMap<string, Verdict>,
  { types }: Placement,
): readonly string[] {
  return [...modules.values()].flatMap((module) => {
    if (module.door === null || !isPlainScript(module, verdicts.get(module.id)!.fate)) return [];
    const nearest = foldersAround(module.id).findLast((folder) => types.has(folder));
    return nearest !== undefined && types.get(nearest) === 'module' ? [module.id] : [];
  });
}

function place(
  run: Run,
  options: PlanOptions,
  { stays, held, opened, forBrowsers, loading, ordering }: SettledSoFar,
) {
  const { lazy = 'hoist' } = options;
  const linked = link(run.modules, { lazy, faults: stays, opened, loading, ordering });
  const shown = [...run.paths.shown, ...shownByLooseLoads(run.modules)];
  const packages = packagesOfRun(run, linked.verdicts, { held, shown, forBrowsers });
  const placement = placeAll(packages, options.as ?? 'package');
  const decided = decide(run.modules, linked, {
    lazy,
    literalNames: options.objectExports === 'named',
    runtime: runtimeTarget(options.node),
    specifierOf: (from, original, target, change) =>
      specifierAfter(from, original, target, change, placement),
  });
  return {
    packages,
    placement,
    verdicts: linked.verdicts,
    decided: withPaths(decided, run.paths, placement.renames),
  };
}

/** The decisions together with the strings that have to follow a renamed file. */
function withPaths(
  decided: ReadonlyMap<string, Decided>,
  paths: NamedPaths,
  renames: ReadonlyMap<string, string>,
): ReadonlyMap<string, Decided> {
  const result = new Map(decided);
  for (const [from, edits] of pathEdits(paths, renames)) {
    const own = decided.get(from);
    if (own !== undefined) result.set(from, { ...own, decision: { ...own.decision, paths: edits } });
  }
  return result;
}
