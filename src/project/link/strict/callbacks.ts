import type { Callback } from '../../../checker/facts.ts';
import { addTo } from '../../../lists.ts';
import type { LinkModule } from '../module.ts';
import type { InstalledModules } from '../order/installed-loads.ts';
import type { CalledOnPrimitive } from './called-on-primitives.ts';
import { receiversIn } from './received-arguments.ts';

/**
 * Sloppy functions which tell by their `this` a primitive value from the object around it, where they are handed to a
 * function of a name that is known to call its parameter on such a value (ECMA-262 §10.2.1.2 OrdinaryCallBindThis).
 */
export function callbacksOnPrimitives(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
): ReadonlyMap<string, readonly CalledOnPrimitive[]> {
  const { first: receiverOf } = receiversIn(modules, installed, ({ calledParameters }) => calledParameters);
  const found = new Map<string, CalledOnPrimitive[]>();
  for (const module of modules.values())
    for (const callback of module.facts.sloppy.callbacks) {
      const caller = callerOf(module, callback);
      if (caller !== null) addTo(found, module.id, { telling: callback, caller: caller.id });
    }
  return found;

  function callerOf(module: LinkModule, callback: Callback): { readonly id: string | null } | null {
    return receiverOf(module, callback, ({ receiver }) => receiver === callback.receiver);
  }
}
