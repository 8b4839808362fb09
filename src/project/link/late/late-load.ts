import type { Range } from '../../../checker/facts.ts';
import type { FollowedModule, LinkModule } from '../module.ts';

/** A load inside a function. */
export interface LateLoad {
  readonly module: LinkModule;
  readonly place: Range;
  readonly targets: readonly string[];
  /** It is not known for certain. */
  readonly isLoose: boolean;
}

/** All in functions of a module: they happen later than the module itself is loaded, or when a function runs meanwhile. */
export function lateLoadsIn(module: LinkModule): readonly LateLoad[] {
  const late = module.facts.requires.flatMap(({ placement }, index) =>
    placement === 'deferred' ? [requireIn(module, index)] : [],
  );
  return [...late, ...looseIn(module)];
}

/** Those in the functions of a module that run while a module is loaded. */
export function lateLoadsOf(module: FollowedModule, regions: ReadonlySet<number>): readonly LateLoad[] {
  const requires = [...regions].flatMap((region) =>
    module.facts.runs.regions[region]!.loads.map((require) => requireIn(module, require)),
  );
  return [...requires, ...looseIn(module).filter(({ place }) => regions.has(regionAround(module, place)))];
}

function requireIn(module: LinkModule, require: number): LateLoad {
  const place = module.facts.requires[require]!.call;
  return { module, place, targets: targetsOf(module, require), isLoose: false };
}

function looseIn(module: LinkModule): readonly LateLoad[] {
  return module.loose.flatMap(({ at, deferred, ids }) =>
    deferred ? [{ module, place: [at, at] as const, targets: ids, isLoose: true }] : [],
  );
}

/** The innermost one. */
export function regionAround({ facts }: FollowedModule, [at]: Range): number {
  const { regions } = facts.runs;
  let found = 0;
  for (const [region, { range }] of regions.entries())
    if (range[0] <= at && at < range[1] && range[0] >= regions[found]!.range[0]) found = region;
  return found;
}

/** Where a require may lead. */
function targetsOf(module: LinkModule, require: number): readonly string[] {
  const target = module.targets[require]!;
  if (target.kind === 'module') return [target.id];
  return target.kind === 'dynamic' ? module.mayLoad : [];
}
