import type { FollowedModule, LinkModule } from './module.ts';

/** A require inside a function that runs while a module is loaded. */
export interface LateLoad {
  readonly module: LinkModule;
  /** Index of the require. */
  readonly require: number;
  readonly targets: readonly string[];
}

/** Those in the functions of a module that run. */
export function lateLoadsOf(module: FollowedModule, regions: ReadonlySet<number>): readonly LateLoad[] {
  return [...regions].flatMap((region) =>
    module.facts.runs.regions[region]!.loads.map((require) => ({
      module,
      require,
      targets: targetsOf(module, require),
    })),
  );
}

/** Where a require may lead. */
export function targetsOf(module: LinkModule, require: number): readonly string[] {
  const target = module.targets[require]!;
  if (target.kind === 'module') return [target.id];
  return target.kind === 'dynamic' ? module.mayLoad : [];
}
