import type { Mend, SilentAttempt } from '../../../checker/facts.ts';
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
 * @param given writes to parameters
 */
export function silenced(
  modules: ReadonlyMap<string, LinkModule>,
  rejected: readonly FindingsByModule[],
  given: FindingsByModule,
): Silenced {
  const stays = new Map<string, Finding>();
  const attempts = new Map<string, SilentAttempt[]>();
  for (const [id, findings] of together(rejected)) {
    const all = modules.get(id)!.facts.sloppy.silentAttempts ?? [];
    add(id, findings, all, all);
  }
  for (const [id, findings] of given) {
    const places = new Set(findings.map(placeOf));
    const all = modules.get(id)!.facts.sloppy.singleAttempts;
    add(
      id,
      findings,
      all,
      all.filter((attempt) => places.has(placeOf(attempt))),
    );
  }
  return {
    stays,
    mends: new Map([...attempts].map(([id, own]) => [id, mendsOf(modules.get(id)!.facts, own)])),
  };

  function add(
    id: string,
    findings: readonly Finding[],
    possible: readonly SilentAttempt[],
    made: readonly SilentAttempt[],
  ): void {
    const places = new Set(possible.map(placeOf));
    const open = findings.find((finding) => !places.has(placeOf(finding)));
    if (open !== undefined) stays.set(id, open);
    for (const attempt of made) addTo(attempts, id, attempt);
  }
}

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
function mendsOf({ mends }: LinkFacts, attempts: readonly SilentAttempt[]): readonly Mend[] {
  const replaced = new Set(mends.flatMap(({ code, range }) => (code === CODE ? String(range) : [])));
  const once = new Map(attempts.map((attempt) => [String(attempt.head), attempt]));
  return [...once].flatMap(([head, attempt]) => (replaced.has(head) ? [] : mendsOfAttempt(attempt)));
}

/** A note for the first of those that were replaced. */
export function noteOnSilenced(mends: readonly Mend[]): readonly Finding[] {
  const [first] = mends;
  return first === undefined ? [] : [makeFinding(CODE, { range: first.range })];
}

const CODE = 'strict-silent-attempt';
