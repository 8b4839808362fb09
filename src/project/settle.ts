import type { Finding } from '../checker/finding.ts';
import { type Decided, decide } from './link/decide.ts';
import { link } from './link/link.ts';
import type { LinkModule } from './link/module.ts';
import type { NamedPaths } from './named-paths.ts';
import type { Manifests } from './packages/manifest.ts';
import { packagesOfRun } from './packages-of-run.ts';
import { type PackageFolder, type Placement, placeAll } from './placement.ts';
import type { PlanOptions } from './plan-options.ts';
import { heldByPaths, pathEdits } from './renamed-paths.ts';
import { type RewrittenFile, rewriteFiles } from './rewrite-files.ts';
import { runtimeTarget } from './runtime-target.ts';
import type { ScannedFile } from './scanned.ts';
import { specifierAfter } from './specifiers.ts';
import { keptForTools } from './tool-configs.ts';

export interface Run {
  readonly root: string;
  readonly files: readonly ScannedFile[];
  /** Those of the files that are only looked at. */
  readonly bystanders: ReadonlySet<string>;
  readonly modules: ReadonlyMap<string, LinkModule>;
  readonly manifests: Manifests;
  readonly paths: NamedPaths;
}

export interface Settled {
  readonly rewritten: readonly RewrittenFile[];
  readonly packages: readonly PackageFolder[];
  readonly placement: Placement;
}

/**
 * Links, places and rewrites. Where a file then has to stay as it is, since a rename would be noticed or since rewriting
 * it fails by a fault of ours, all is decided once more: others were converted in the belief that it would be an ES
 * module.
 */
export async function settle(run: Run, options: PlanOptions): Promise<Settled> {
  const taken = run.files.filter(({ id }) => !run.bystanders.has(id));
  const stays = new Map<string, Finding>(keptForTools(taken, options.as === 'mjs'));
  const held = new Set<string>();
  for (;;) {
    const { packages, placement, verdicts, decided } = place(run, taken, options, stays, held);
    const more = heldByPaths(
      run.paths,
      placement.renames,
      taken.map(({ id }) => id),
    );
    const known = stays.size + held.size;
    for (const [id, finding] of more.findings) if (!stays.has(id)) stays.set(id, finding);
    for (const folder of more.folders) held.add(folder);
    if (stays.size + held.size > known) continue;
    const rewritten = await rewriteFiles(run.root, run.files, verdicts, decided, options);
    for (const { id, outcome } of rewritten) if (outcome.fault !== null) stays.set(id, outcome.fault);
    if (stays.size + held.size === known) return { rewritten, packages, placement };
  }
}

function place(
  run: Run,
  taken: readonly ScannedFile[],
  options: PlanOptions,
  faults: ReadonlyMap<string, Finding>,
  held: ReadonlySet<string>,
) {
  const { lazy = 'hoist' } = options;
  const linked = link(run.modules, { lazy, faults });
  const packages = packagesOfRun(run.root, taken, linked.verdicts, run.manifests, held);
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
  for (const from of new Set(paths.files.map((named) => named.from))) {
    const edits = pathEdits(from, paths, renames);
    const own = decided.get(from);
    if (own !== undefined && edits.length > 0)
      result.set(from, { ...own, decision: { ...own.decision, paths: edits } });
  }
  return result;
}
