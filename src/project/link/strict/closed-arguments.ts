import { ANY_KEY } from '../../../checker/facts/keys.ts';
import type { ClosedParameter, HandedObject } from '../../../checker/facts.ts';
import { type Finding, makeFinding, WHOLE_FILE } from '../../../checker/finding.ts';
import { addTo } from '../../../lists.ts';
import type { LinkModule } from '../module.ts';
import type { InstalledModules } from '../order/installed-loads.ts';
import { receiversIn } from './received-arguments.ts';
import type { FindingsByModule } from './silenced.ts';

/**
 * Modules that write to, or delete from, objects after they have handed them to a function which freezes, seals or
 * defines keys of what it gets: sloppy code goes on as if nothing had happened, a module throws (ECMA-262 §10.1.9.2,
 * §13.5.1.2, Annex C).
 *
 * @returns each of them, by module
 */
export function writersToClosedArguments(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
): FindingsByModule {
  const { first: receiverOf } = receiversIn(modules, installed, ({ closedParameters }) => closedParameters);
  const rejected = new Map<string, Finding[]>();
  for (const module of modules.values())
    for (const handed of module.facts.sloppy.handedObjects) {
      const closer = receiverOf(module, handed, (parameter) => isRejected(handed, parameter));
      if (closer === null) continue;
      const { range, member } = handed;
      const related =
        closer.id === null ? [] : [{ path: closer.id, range: WHOLE_FILE, note: 'this closes it' }];
      const args = { name: member === ANY_KEY ? '[…]' : member };
      addTo(rejected, module.id, makeFinding(handed.code, { range, args, related }));
    }
  return rejected;
}

function isRejected(
  { code, member, inside }: HandedObject,
  { closes, rejects, deep }: ClosedParameter,
): boolean {
  const isKey = closes === ANY_KEY || member === ANY_KEY || closes === member;
  return isKey && rejects.includes(code) && (deep || !inside);
}
