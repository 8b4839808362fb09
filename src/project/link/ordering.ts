import { patchedBuiltins, readsPatched } from './builtins.ts';
import { type CopiedNames, copiedNames } from './copied-names.ts';
import { caughtFailures } from './failing.ts';
import { staysCall } from './forms.ts';
import { type InstalledModules, withInstalled } from './installed-loads.ts';
import { type LoaderState, loaderState } from './loader-state.ts';
import { nothingLoaded } from './loading.ts';
import type { LinkModule, Target } from './module.ts';
import {
  type Barrier,
  type Noticeable,
  noticeability,
  type OrderQuestions,
  requiresBehindEffects,
} from './order.ts';

/** What the order in which modules are loaded asks for. It is the part of linking that looks at installed files. */
export interface Ordering {
  /** For each module the top-level requires that keep their place, and why. */
  readonly keptInOrder: ReadonlyMap<string, ReadonlyMap<number, Barrier>>;
  readonly noticeable: (target: Target) => Noticeable;
  readonly patchedBuiltins: ReadonlySet<string>;
  readonly copied: CopiedNames;
  readonly loader: LoaderState;
  readonly staysCall: OrderQuestions['staysCall'];
}

/** @param installed null: nothing is known of installed files, so that loading one may do anything */
export function orderingOf(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
): Ordering {
  const patched = patchedBuiltins(modules.values());
  const reads: OrderQuestions['reads'] = (fact, target) => readsPatched(fact, target, patched);
  const noticeable = noticeability(modules, reads);
  const copied = copiedNames(modules, installed, patched);
  const caught = caughtFailures(modules);
  const loader = loaderState(modules, installed);
  const isCall: OrderQuestions['staysCall'] = (fact, target) =>
    staysCall(fact, target, modules) ||
    copied.isCopied(target) ||
    caught.has(fact) ||
    (target.kind === 'module' && loader.reloaded.has(target.id));
  const order: OrderQuestions = {
    noticeable: installed === null ? noticeable : withInstalled(modules, installed, reads),
    nothingLoaded: () => nothingLoaded(modules),
    staysCall: isCall,
    reads,
  };
  const keptInOrder = new Map(
    [...modules.values()].map((module) => [module.id, requiresBehindEffects(module, order)]),
  );
  return { keptInOrder, noticeable, patchedBuiltins: patched, copied, loader, staysCall: isCall };
}
