import type { Callback, Parameter } from '../../checker/facts.ts';
import { type Finding, makeFinding, WHOLE_FILE } from '../../checker/finding.ts';
import { addTo } from '../../lists.ts';
import { type InstalledModules, loadedWith } from './installed-loads.ts';
import type { LinkModule } from './module.ts';
import { connectedIn, loadedBy, reach } from './reachable.ts';

/**
 * Modules that hand over sloppy functions which tell by their `this` whether they are called with an object, where a
 * function of that name calls its parameter without one, or on a primitive value: sloppy functions get the global object,
 * or an object around that value there, those of modules `undefined`, or the value (ECMA-262 §10.2.1.2).
 *
 * @returns why a module has to stay CommonJS
 */
export function handersOfCallbacks(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
): ReadonlyMap<string, Finding> {
  const connected = connectedIn(modules);
  const callers = callersByParameter(modules);
  const stays = new Map<string, Finding>();
  for (const module of modules.values())
    for (const callback of module.facts.sloppy.callbacks) {
      if (stays.has(module.id)) break;
      const caller = callers.get(textOf(callback))?.find((id) => mayCall(id, callback, module));
      if (caller === undefined && !isCalledByPackage(callback, module)) continue;
      stays.set(module.id, findingOf(callback, caller));
    }
  return stays;

  function mayCall(id: string, { key, require }: Callback, { id: from, targets }: LinkModule): boolean {
    if (require === null) return connected(from).has(id);
    const target = targets[require]!;
    if (target.kind !== 'module') return false;
    return key === null ? target.id === id : reach([target.id], loadedAt).has(id);
  }

  function isCalledByPackage(callback: Callback, { targets }: LinkModule): boolean {
    const target = callback.require === null ? undefined : targets[callback.require];
    if (target?.kind !== 'external') return false;
    const [file, ...others] = loadedWith(target, modules, installed) ?? [];
    return [file, ...(callback.key === null ? [] : others)].some((module) =>
      module?.facts.sloppy.calledParameters.some((parameter) => textOf(parameter) === textOf(callback)),
    );
  }

  function loadedAt(id: string): readonly string[] {
    return loadedBy(modules.get(id)!);
  }
}

function findingOf({ receiver, range }: Callback, caller: string | undefined): Finding {
  const isPlain = receiver === 'nothing';
  const note = isPlain ? 'this calls it without an object' : 'this calls it on a primitive value';
  const related = caller === undefined ? [] : [{ path: caller, range: WHOLE_FILE, note }];
  return isPlain
    ? makeFinding('strict-this', { range, related })
    : makeFinding('strict-this-primitive', { range, args: { wrapper: 'wrapper' }, related });
}

/** The modules with functions that call a parameter. */
function callersByParameter(
  modules: ReadonlyMap<string, LinkModule>,
): ReadonlyMap<string, readonly string[]> {
  const callers = new Map<string, string[]>();
  for (const { id, facts } of modules.values())
    for (const parameter of facts.sloppy.calledParameters) {
      const text = textOf(parameter);
      addTo(callers, text, id);
    }
  return callers;
}

function textOf({ key, index, receiver }: Parameter): string {
  return JSON.stringify([key, index, receiver]);
}
