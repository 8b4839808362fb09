import { ANY_KEY } from '../../../checker/facts/keys.ts';
import type { Range, TellingPrimitive } from '../../../checker/facts.ts';
import { type Finding, makeFinding, WHOLE_FILE } from '../../../checker/finding.ts';
import { mendsOfObjectThis } from '../../../checker/strict/this/object-this.ts';
import { addTo } from '../../../lists.ts';
import type { LinkModule } from '../module.ts';
import type { InstalledModules } from '../order/installed-loads.ts';
import { through } from '../re-export.ts';
import { callbacksOnPrimitives } from './callbacks.ts';

/**
 * A sloppy function that tells a primitive value from the object around it, which it gets as `this` (ECMA-262 §10.2.1.2
 * OrdinaryCallBindThis), where another module calls it on such a value.
 */
export interface CalledOnPrimitive {
  readonly telling: Pick<TellingPrimitive, 'range' | 'object'>;
  /** That module, if it is one of the run. */
  readonly caller: string | null;
  /** Where in that module. */
  readonly place?: Range;
}

export type CalledOnPrimitives = ReadonlyMap<string, readonly CalledOnPrimitive[]>;

/** Those of which modules make methods of primitive values, or which they call on one: required, or handed over. */
export function calledOnPrimitives(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
): CalledOnPrimitives {
  const found = new Map<string, CalledOnPrimitive[]>();
  for (const [id, callbacks] of callbacksOnPrimitives(modules, installed))
    for (const callback of callbacks) addTo(found, id, callback);
  for (const importer of modules.values())
    for (const { require, path } of importer.facts.sloppy.givenPrimitives)
      for (const { module } of through(importer.targets[require]!, (target) =>
        target.kind === 'module' ? modules.get(target.id)! : null,
      )) {
        const isMeant = isUnder(path.at(-1) ?? null);
        const place = importer.facts.requires[require]!.call;
        for (const telling of module?.facts.sloppy.tellsPrimitive ?? [])
          if (isMeant(telling)) addTo(found, module!.id, { telling, caller: importer.id, place });
      }
  return found;
}

function isUnder(key: string | null): (telling: TellingPrimitive) => boolean {
  if (key === null) return ({ isExports }) => isExports;
  return ({ keys }) => (key === ANY_KEY ? keys.length > 0 : keys.includes(key));
}

/** Why modules stay in which such a function cannot have an object otherwise. */
export function withoutObjects(called: CalledOnPrimitives): ReadonlyMap<string, Finding> {
  return new Map(
    [...called].flatMap(([id, all]) => {
      const open = all.find(({ telling }) => telling.object === null);
      return open === undefined ? [] : [[id, findingOf(open, 'strict-this-primitive')] as const];
    }),
  );
}

export function mendsOfCalled(called: readonly CalledOnPrimitive[]) {
  return called.flatMap(({ telling }) => (telling.object === null ? [] : mendsOfObjectThis(telling.object)));
}

/** A note for the first of those that get an object. */
export function noteOnObjects([first]: readonly CalledOnPrimitive[]): readonly Finding[] {
  return first === undefined ? [] : [findingOf(first, 'strict-this-object')];
}

function findingOf(
  { telling: { range }, caller, place = WHOLE_FILE }: CalledOnPrimitive,
  code: 'strict-this-object' | 'strict-this-primitive',
): Finding {
  const note = 'this calls it on a primitive value';
  const related = caller === null ? [] : [{ path: caller, range: place, note }];
  const args = code === 'strict-this-primitive' ? { wrapper: 'wrapper' } : {};
  return makeFinding(code, { range, args, related });
}
