import { join } from 'node:path';
import type { Finding } from '../checker/finding.ts';
import { namedInCommands } from './configs/named-in-commands.ts';
import { keptForCommand } from './failing.ts';
import type { LoaderState } from './link/loader/loader-state.ts';
import type { Ordering } from './link/order/ordering.ts';
import { isPublished } from './packages/manifest.ts';
import { inUnreadablePackages } from './packages/unreadable.ts';
import { type Bridgeable, bridgeable } from './paths/bridgeable.ts';
import { heldByListing } from './paths/listed-folders.ts';
import { preloads } from './paths/preloads.ts';
import { heldForTexts, readAsText } from './paths/read-as-text.ts';
import {
  type Held,
  heldBehindDoors,
  heldByLooseLoads,
  heldByPaths,
  heldForLoader,
} from './paths/renamed-paths.ts';
import { heldForPages, onlyForBrowsers, scriptsOfPages } from './paths/scripts-of-pages.ts';
import { keptForTools } from './paths/tool-configs.ts';
import { unimportable } from './paths/unimportable.ts';
import type { PackageFolder } from './placement.ts';
import type { PlanOptions } from './plan-options.ts';
import type { Run } from './run.ts';
import { packageFolder } from './scanning/packages-of-run.ts';

/** What holds files back apart from what modules do: whoever finds, reads or loads them otherwise than by a specifier. */

/** What of that no round changes. */
export interface Onlookers {
  /** Files whose text counts, and why they stay. */
  readonly texts: ReadonlyMap<string, Finding>;
  /** Files that browsers load as scripts, and why they stay. */
  readonly scripts: ReadonlyMap<string, Finding>;
  /** Those of them that nothing else loads. */
  readonly forBrowsers: ReadonlySet<string>;
  readonly loader: LoaderState;
  readonly bridges: Bridgeable;
  /** The folder of the package that a file belongs to. */
  readonly packageOf: (id: string) => string;
}

export function onlookersOf(run: Run, ordering: Ordering): Onlookers {
  const packageOf = (id: string): string => packageFolder(run.root, id, run.manifests);
  const scripts = scriptsOfPages(run, packageOf);
  return {
    texts: readAsText(run.paths, run.modules),
    scripts,
    forBrowsers: onlyForBrowsers(scripts, run.modules, packageOf),
    loader: ordering.loader,
    bridges: bridgeable(run.modules, ordering),
    packageOf,
  };
}

/** The files that stay CommonJS whatever becomes of all others. */
export function stayingAnyway(
  { root, taken, modules, manifests, paths }: Run,
  { texts, scripts }: Onlookers,
  { as, failing }: PlanOptions,
): Map<string, Finding> {
  return new Map<string, Finding>([
    ...texts,
    ...inUnreadablePackages(root, taken, manifests),
    ...unimportable(root, taken),
    ...keptForTools(taken, as === 'mjs'),
    ...keptForCommand(failing),
    ...preloads(paths, modules),
    ...scripts,
  ]);
}

interface HeldForNames {
  readonly held: readonly Held[];
  /** Files that may be renamed where a module stays at their old paths. */
  readonly bridged: ReadonlySet<string>;
}

/** @returns what has to stay, or to keep its name, for the sake of those who would notice new names */
export function heldForNames(
  run: Run,
  { texts, scripts, loader, bridges, packageOf }: Onlookers,
  renames: ReadonlyMap<string, string>,
  namedIn: (ids: readonly string[]) => ReadonlySet<string>,
): HeldForNames {
  const { modules, paths } = run;
  const ids = run.taken.map(({ id }) => id);
  const isInPublished = (id: string): boolean => isPublished(run.manifests.in(join(run.root, packageOf(id))));
  const byPaths = heldByPaths(paths, renames, ids, bridges.mayHaveBridge);
  const held = [
    byPaths,
    heldByLooseLoads(modules, paths, renames, bridges.isAskedWhileUnfinished),
    heldBehindDoors(modules, renames, packageOf, bridges.isToldFromBridge),
    heldByListing(modules, paths, renames, { packageOf, isPublished: isInPublished, namedIn }),
    heldForTexts(texts, modules, renames),
    heldForLoader(loader, paths, renames, ids),
    heldForPages(scripts, modules, renames),
  ];
  return { held, bridged: byPaths.bridged };
}

/** @returns which of some files package.json, configuration or a script names */
export function namedOutside(
  { root, manifests }: Run,
  packages: readonly PackageFolder[],
): (ids: readonly string[]) => ReadonlySet<string> {
  const folders = packages.map(({ folder }) => folder);
  return (ids) => namedInCommands(root, ids, folders, manifests);
}
