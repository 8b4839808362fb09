import { ANY_KEY } from '../../../checker/facts/keys.ts';
import type { GetterFact, OriginFact } from '../../../checker/facts.ts';
import type { LinkModule, Target } from '../module.ts';
import { type InstalledModules, moduleBehind } from './installed-loads.ts';
import type { SharedState } from './shared-state.ts';

/** Whether reading a key of a module once it has been loaded is nothing but reading what another one exports for good. */
export type PassesOn = (module: LinkModule, key: string) => boolean;

/**
 * Getters by which compilers export again what another module exports, `export { b } from './a'`:
 *
 * ```js
 * Object.defineProperty(exports, 'b', { enumerable: true, get: function () { return a_1.b; } });
 * ```
 *
 * Read when the file has been loaded, they give what they give at any later time, nobody notices, and none of them fails:
 * the other module has been loaded by then, since it is in no cycle with this one.
 *
 * @param together for each module in a cycle all that are in it
 */
export function passingOn(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
  shared: SharedState,
  together: ReadonlyMap<string, ReadonlySet<string>>,
): PassesOn {
  function passesOn(module: LinkModule, getter: GetterFact, seen: ReadonlySet<LinkModule>): boolean {
    const { gives = [], hasEffects } = getter;
    return !hasEffects && gives.length > 0 && gives.every((given) => isThere(module, given, seen));
  }

  /** Whether what a getter gives is there from then on, and stays what it is. */
  function isThere(module: LinkModule, given: OriginFact, seen: ReadonlySet<LinkModule>): boolean {
    if (given.kind !== 'required') return false;
    const target = module.targets[given.require]!;
    const [key] = given.path;
    if (key === undefined || module.facts.requires[given.require]!.placement !== 'top') return false;
    if (target.kind === 'module' && together.get(module.id)?.has(target.id)) return false;
    return !shared.changes(target, [key]) && isPlain(target, key, seen);
  }

  /** Whether nothing runs that is not such a getter itself. */
  function isPlain(target: Target, key: string, seen: ReadonlySet<LinkModule>): boolean {
    const module = moduleBehind(target, modules, installed);
    if (module === null || seen.has(module)) return false;
    const { getters, exportsFrom } = module.facts;
    const around = new Set(seen).add(module);
    return (
      mayRun(getters, key).every((getter) => passesOn(module, getter, around)) &&
      exportsFrom.every(
        (from) =>
          from.kind === 'required' &&
          from.path.length === 0 &&
          isPlain(module.targets[from.require]!, key, around),
      )
    );
  }

  return (module, key) => {
    const getters = mayRun(module.facts.getters, key);
    return getters.length > 0 && getters.every((getter) => passesOn(module, getter, new Set([module])));
  };
}

/** The getters of a file that reading a key may run. */
function mayRun(getters: readonly GetterFact[], key: string): readonly GetterFact[] {
  return getters.filter((getter) => getter.key === null || key === ANY_KEY || getter.key === key);
}
