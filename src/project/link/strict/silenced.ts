import type { Mend } from '../../../checker/facts.ts';
import { type Finding, makeFinding } from '../../../checker/finding.ts';
import { mendsOfAttempt } from '../../../checker/strict/writes/silent.ts';
import { addTo } from '../../../lists.ts';
import type { LinkFacts } from '../link-facts.ts';
import type { LinkModule } from '../module.ts';

/** What was found in modules, each by its place. */
export type FindingsByModule = ReadonlyMap<string, readonly Finding[]>;

/** Sloppy writes and deletions that are rejected, as they go on: a module stays where one of them cannot. */
export interface Silenced {
  readonly stays: ReadonlyMap<string, Finding>;
  readonly mends: ReadonlyMap<string, readonly Mend[]>;
}

/**
 * @param rejected writes and deletions of objects, of which the file may have more
 * @param given writes to parameters and receivers, each of which is rejected or not whatever becomes of others
 */
export function silenced(
  modules: ReadonlyMap<string, LinkModule>,
  rejected: readonly FindingsByModule[],
  given: FindingsByModule,
): Silenced {
  const stays = new Map<string, Finding>();
  const places = new Map<string, Set<number>>();
  const findings = together(rejected);
  for (const [id, own] of findings) add(id, own, besideOf(modules.get(id)!, own));
  for (const [id, own] of given) add(id, own, []);
  return {
    stays,
    mends: new Map([...places].map(([id, own]) => [id, mendsOf(modules.get(id)!.facts, own)])),
  };

  function add(id: string, own: readonly Finding[], beside: readonly number[]): void {
    const { silentAttempts } = modules.get(id)!.facts.sloppy;
    const possible = new Set(silentAttempts.map(placeOf));
    const open = own.find((finding) => !possible.has(placeOf(finding)));
    if (open !== undefined) stays.set(id, open);
    else if (beside.some((place) => !possible.has(place))) stays.set(id, own[0]!);
    const all = [...(places.get(id) ?? []), ...own.map(placeOf), ...beside];
    places.set(id, new Set(all));
  }
}

/** What may be written to, or deleted from, the same objects: of one of the keys, or of one that may be any. */
function besideOf({ facts }: LinkModule, findings: readonly Finding[]): readonly number[] {
  const rejected = new Set<unknown>(findings.map(({ args }) => args.name));
  const places = new Set(findings.map(placeOf));
  const mayBeKey = (keys: readonly string[]): boolean =>
    keys.length === 0 || rejected.has(ANY) || keys.some((key) => rejected.has(key));
  return facts.sloppy.atRisk
    .filter(({ keys, beside }) => mayBeKey(keys) || beside.some((place) => places.has(place)))
    .map(placeOf);
}

/** In place of a key that is computed. */
const ANY = '[…]';

function together(rejected: readonly FindingsByModule[]): FindingsByModule {
  const all = new Map<string, Finding[]>();
  for (const findings of rejected)
    for (const [id, own] of findings) for (const finding of own) addTo(all, id, finding);
  return all;
}

function placeOf({ range: [start] }: Pick<Finding, 'range'>): number {
  return start;
}

/** Each is replaced once, be it that the file itself or others show that it is rejected. */
function mendsOf({ mends, sloppy }: LinkFacts, places: ReadonlySet<number>): readonly Mend[] {
  const replaced = new Set(mends.flatMap(({ code, range }) => (code === CODE ? String(range) : [])));
  return sloppy.silentAttempts
    .filter((attempt) => places.has(placeOf(attempt)) && !replaced.has(String(attempt.head)))
    .flatMap(mendsOfAttempt);
}

/** A note for the first of those that were replaced. */
export function noteOnSilenced(mends: readonly Mend[]): readonly Finding[] {
  const [first] = mends;
  return first === undefined ? [] : [makeFinding(CODE, { range: first.range })];
}

const CODE = 'strict-silent-attempt';
