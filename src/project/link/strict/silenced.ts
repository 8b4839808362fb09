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

export function silenced(
  modules: ReadonlyMap<string, LinkModule>,
  rejected: readonly FindingsByModule[],
): Silenced {
  const all = new Map<string, Finding[]>();
  for (const findings of rejected)
    for (const [id, own] of findings) for (const finding of own) addTo(all, id, finding);
  const stays = new Map<string, Finding>();
  const mends = new Map<string, readonly Mend[]>();
  for (const [id, findings] of all) {
    const { facts } = modules.get(id)!;
    const places = new Set(findings.map(({ range }) => range[0]));
    const attempts = facts.sloppy.silentAttempts.filter(({ range }) => places.delete(range[0]));
    const open = findings.find(({ range }) => places.has(range[0]));
    if (open !== undefined) stays.set(id, open);
    else mends.set(id, attempts.filter((attempt) => !isReplaced(facts, attempt)).flatMap(mendsOfAttempt));
  }
  return { stays, mends };
}

/** Whether the file itself shows that it is rejected. */
function isReplaced({ mends }: LinkFacts, { head }: SilentAttempt): boolean {
  return mends.some(({ code, range }) => code === CODE && range[0] === head[0] && range[1] === head[1]);
}

/** A note for the first of those that were replaced. */
export function noteOnSilenced(mends: readonly Mend[]): readonly Finding[] {
  const [first] = mends;
  return first === undefined ? [] : [makeFinding(CODE, { range: first.range })];
}

const CODE = 'strict-silent-attempt';
