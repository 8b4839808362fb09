import type { Callback } from '../../../checker/facts.ts';
import { type Finding, makeFinding, WHOLE_FILE } from '../../../checker/finding.ts';
import type { LinkModule } from '../module.ts';
import type { InstalledModules } from '../order/installed-loads.ts';
import { receiversIn } from './received-arguments.ts';

/**
 * Modules that hand over sloppy functions which tell by their `this` a primitive value from the object around it, where a
 * function of that name calls its parameter on such a value (ECMA-262 §10.2.1.2 OrdinaryCallBindThis).
 *
 * @returns why a module has to stay CommonJS
 */
export function handersOfCallbacks(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
): ReadonlyMap<string, Finding> {
  const { first: receiverOf } = receiversIn(modules, installed, ({ calledParameters }) => calledParameters);
  const stays = new Map<string, Finding>();
  for (const module of modules.values())
    for (const callback of module.facts.sloppy.callbacks) {
      if (stays.has(module.id)) break;
      const caller = receiverOf(module, callback, ({ receiver }) => receiver === callback.receiver);
      if (caller !== null) stays.set(module.id, findingOf(callback, caller.id));
    }
  return stays;
}

function findingOf({ range }: Callback, caller: string | null): Finding {
  const note = 'this calls it on a primitive value';
  const related = caller === null ? [] : [{ path: caller, range: WHOLE_FILE, note }];
  return makeFinding('strict-this-primitive', { range, args: { wrapper: 'wrapper' }, related });
}
