import type { AtRisk, Mend } from '../../../checker/facts.ts';
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

/** Writes and deletions that are rejected, by what else that says of the file. */
interface RejectedAttempts {
  /** Their objects may reject whatever else is written to them. */
  readonly objects: readonly FindingsByModule[];
  /** Keys of primitive values, of which `Reflect` takes none. */
  readonly primitives: FindingsByModule;
  /** Other objects may reject the same keys. */
  readonly keys: FindingsByModule;
  /** Parameters and receivers: each is rejected or not whatever becomes of others. */
  readonly given: FindingsByModule;
}

export function silenced(
  modules: ReadonlyMap<string, LinkModule>,
  { objects, primitives, keys, given }: RejectedAttempts,
): Silenced {
  const stays = new Map<string, Finding>();
  const places = new Map<string, Set<number>>();
  for (const [id, own] of together(objects)) {
    const among = new Set(own.map(placeOf));
    const isAlike = mayBeKeyOf(own);
    add(
      id,
      own,
      besideOf(modules.get(id)!, (attempt) => isAlike(attempt) || isBesideOneOf(attempt, among)),
    );
  }
  for (const [id, own] of keys) add(id, own, besideOf(modules.get(id)!, mayBeKeyOf(own)));
  for (const [id, own] of given) add(id, own, []);
  for (const [id, [first]] of primitives) stays.set(id, first!);
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

function besideOf({ facts }: LinkModule, isAtRisk: (attempt: AtRisk) => boolean): readonly number[] {
  return facts.sloppy.atRisk.filter(isAtRisk).map(placeOf);
}

/** @returns whether a write or deletion is of one of the keys, or of one that may be any */
function mayBeKeyOf(findings: readonly Finding[]): (attempt: AtRisk) => boolean {
  const rejected = new Set<unknown>(findings.map(({ args }) => args.name));
  return ({ keys }) => keys.length === 0 || rejected.has(ANY) || keys.some((key) => rejected.has(key));
}

function isBesideOneOf({ beside }: AtRisk, places: ReadonlySet<number>): boolean {
  return beside.some((place) => places.has(place));
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
