import { posix } from 'node:path';
import type { DiagnosticCode } from '../../checker/diagnostics/codes.ts';
import type { LinkModule } from '../link/module.ts';
import type { Ordering } from '../link/order/ordering.ts';
import { triedAgain } from '../link/order/tried-again.ts';
import { perhapsLoadedBy, reach } from '../link/reachable.ts';
import { isForDevelopment } from './bridges.ts';
import { asksForMain } from './loose-names.ts';

/**
 * Whether who loads a file by its old path cannot tell it from a module there that leads to it (`bridges.ts`). That module
 * gives what the file has exported when it was loaded first, and is in none of the places where the loader keeps what
 * CommonJS has loaded.
 *
 * @returns functions that tell that of a file, for one that loads it
 */
export function bridgeable(
  modules: ReadonlyMap<string, LinkModule>,
  { loader, stays }: Ordering,
): Bridgeable {
  let failing: ReadonlyMap<string, unknown> | null = null;
  const mayFail = (id: string): boolean => {
    failing ??= triedAgain(modules);
    return failing.has(id);
  };
  const answers = new Map<string, boolean>();
  const mayHave = (id: string): boolean => {
    const module = modules.get(id);
    if (module === undefined || posix.extname(id) !== '.js' || isForDevelopment(id)) return false;
    if (loader.stays.has(id) || asksForMain(module) || seesLoader(module)) return false;
    if (stays.get(id)?.code === 'call-site-path' || mayChangeLater(module)) return false;
    return !mayFail(id);
  };
  return {
    mayHaveBridge(id, from) {
      const known = answers.get(id) ?? mayHave(id);
      answers.set(id, known);
      return known && !leadsTo(from, id, modules) && modules.get(from)?.facts.loader.cache === null;
    },
    isToldFromBridge: (id) => isToldFromBridge(modules.get(id)!),
    mayBeStartedByBridge: (id) => mayHave(id) && !seesStart(id, modules),
    isAskedWhileUnfinished: (id, from) => mayFail(id) || leadsTo(from, id, modules),
  };
}

export interface Bridgeable {
  mayHaveBridge(id: string, from: string): boolean;
  /** Whether outsiders can tell it, by what it does when it is loaded, from a module that leads to it. */
  isToldFromBridge(id: string): boolean;
  /** The same where Node is started with it. */
  mayBeStartedByBridge(id: string): boolean;
  /** Whether it may be asked for again after it failed, or while it is loaded. */
  isAskedWhileUnfinished(id: string, from: string): boolean;
}

/** It looks at who has loaded it, is loaded anew each time, or replaces its exports later; what merely may do so does not count. */
function isToldFromBridge(module: LinkModule): boolean {
  return seesLoader(module) || module.facts.loader.cache?.own === true || isReplacedLater(module);
}

/** Whether it looks at who has loaded it. */
function seesLoader({ facts }: LinkModule): boolean {
  const { readsParent, readsCallers, readsStackText } = facts.loader;
  return [readsParent, readsCallers, readsStackText].some((read) => read !== null);
}

/**
 * Whether a program can tell that it was started by an ES module: it asks for the main module, or schedules what then runs in
 * another order (`link/late/scheduling.ts`).
 */
function seesStart(id: string, modules: ReadonlyMap<string, LinkModule>): boolean {
  const all = [...reach([id], (at) => perhapsLoadedBy(modules.get(at)!))].map((at) => modules.get(at)!);
  const schedules = (kind: 'microtask' | 'tick'): boolean =>
    all.some(({ facts }) => facts.scheduled.ever[kind]);
  return all.some(asksForMain) || (schedules('tick') && schedules('microtask'));
}

/** Whether `module.exports` may be replaced after the file was loaded. */
function mayChangeLater(module: LinkModule): boolean {
  return isReplacedLater(module) || module.facts.findings.some(({ code }) => letsChange.has(code));
}

/** `exports.set = (value) => { module.exports = value; }` */
function isReplacedLater({ facts: { exports } }: LinkModule): boolean {
  return exports.holders.assignments.some(({ of, deferred }) => of === 'module.exports' && deferred);
}

const letsChange: ReadonlySet<DiagnosticCode> = new Set([
  'dynamic-scope',
  'exports-assigned-late',
  'module-escape',
]);

/** Whether one may be asked for by the other while it loads: what it exports at that time is not all. */
function leadsTo(from: string, id: string, modules: ReadonlyMap<string, LinkModule>): boolean {
  return reach([id], (at) => perhapsLoadedBy(modules.get(at)!)).has(from);
}
