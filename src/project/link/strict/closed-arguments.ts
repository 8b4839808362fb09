import { ANY_KEY } from '../../../checker/facts/keys.ts';
import type { ClosedParameter, HandedObject } from '../../../checker/facts.ts';
import { type Finding, makeFinding, WHOLE_FILE } from '../../../checker/finding.ts';
import type { LinkModule } from '../module.ts';
import type { InstalledModules } from '../order/installed-loads.ts';
import { receiversIn } from './received-arguments.ts';

/**
 * Modules that write to, or delete from, objects after they have handed them to a function which freezes, seals or
 * defines keys of what it gets: sloppy code goes on as if nothing had happened, a module throws (ECMA-262 §10.1.9.2,
 * §13.5.1.2, Annex C).
 *
 * @returns why a module has to stay CommonJS
 */
export function writersToClosedArguments(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
): ReadonlyMap<string, Finding> {
  const receiverOf = receiversIn(modules, installed, ({ closedParameters }) => closedParameters);
  const stays = new Map<string, Finding>();
  for (const module of modules.values())
    for (const handed of module.facts.sloppy.handedObjects) {
      if (stays.has(module.id)) break;
      const closer = receiverOf(module, handed, (parameter) => isRejected(handed, parameter));
      if (closer === null) continue;
      const { range, member } = handed;
      const related =
        closer.id === null ? [] : [{ path: closer.id, range: WHOLE_FILE, note: 'this closes it' }];
      const args = { name: member === ANY_KEY ? '[…]' : member };
      stays.set(module.id, makeFinding(handed.code, { range, args, related }));
    }
  return stays;
}

function isRejected(
  { code, member, inside }: HandedObject,
  { closes, rejects, deep }: ClosedParameter,
): boolean {
  const isKey = closes === ANY_KEY || member === ANY_KEY || closes === member;
  return isKey && rejects.includes(code) && (deep || !inside);
}
