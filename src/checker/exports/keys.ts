import type * as t from '@babel/types';
import { addTo } from '../../lists.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { KeyFacts } from '../facts.ts';
import type { FirstRuns } from './first-runs.ts';
import type { Resolved } from './mentions.ts';
import { compareMoments, type Moment } from './moment.ts';
import type { Places } from './places.ts';
import { type Assignment, roleOf } from './roles.ts';
import type { Use } from './uses.ts';

export interface KeyInputs {
  readonly resolved: readonly Resolved[];
  readonly places: Places;
  readonly runs: FirstRuns;
  readonly isThisFree: (value: t.Node) => boolean;
}

type WrittenKey = Omit<KeyFacts, 'madeBy' | 'usesThis'>;

/** One mention of a key, `exports.x`, with its index among the mentions. */
interface KeyMention {
  readonly index: number;
  readonly member: t.Node;
  readonly writes: Assignment | null;
  readonly reads: boolean;
}

/** @returns the facts of all keys that are written on E0, in the order in which their first writes happen. */
export function keyFacts(inputs: KeyInputs): readonly WrittenKey[] {
  const byKey = new Map<string, KeyMention[]>();
  for (const [index, { mention, decisive }] of inputs.resolved.entries()) {
    if (mention.version !== 0 || decisive.kind !== 'member') continue;
    const mentioned = keyMention(decisive, index);
    addTo(byKey, decisive.key, mentioned);
  }
  const written = [...byKey].filter(([, mentions]) => mentions.some(({ writes }) => writes !== null));
  const ordered = written
    .map(([key, mentions]) => ({ facts: factsOf(key, mentions, inputs), ...firstWrite(mentions, inputs) }))
    .sort((a, b) => compareMoments(a.moment, b.moment) || b.start - a.start);
  return ordered.map(({ facts }) => facts);
}

/**
 * When a key is written first: by a function that may run later, after all others. Of `exports.a = exports.b = 1` both
 * assignments end together; `b` comes first.
 */
function firstWrite(
  mentions: readonly KeyMention[],
  { places }: KeyInputs,
): { readonly moment: Moment; readonly start: number } {
  const writes = mentions.flatMap(({ member, writes }) => {
    if (writes === null) return [];
    const start = member.start!;
    const { region } = places.of(member);
    return [{ start, moment: region === null ? places.end(writes.expression) : [Infinity, start] }];
  });
  return writes.reduce((first, next) => (compareMoments(next.moment, first.moment) < 0 ? next : first));
}

function keyMention({ member }: Extract<Use, { kind: 'member' }>, index: number): KeyMention {
  const role = roleOf(member);
  if (role.kind !== 'write') return { index, member, writes: null, reads: true };
  const reads = role.operator !== '=' && role.operator !== 'pattern';
  return { index, member, writes: role, reads };
}

function factsOf(key: string, mentions: readonly KeyMention[], inputs: KeyInputs): WrittenKey {
  const { places, runs, isThisFree } = inputs;
  const writes = mentions.filter((mention) => mention.writes !== null);
  const reads = mentions.filter((mention) => mention.reads);
  const certain = writes.filter(({ member }) => {
    const { region, conditional } = places.of(member);
    return region === null && !conditional;
  });
  const first = earliest(certain.map(({ writes: write }) => places.end(write!.expression)));
  const isEarly = ({ member }: KeyMention): boolean => {
    const { region } = places.of(member);
    const moment = region === null ? places.start(member) : [runs.of(region)];
    return first === null || compareMoments(moment, first) < 0;
  };
  return {
    key,
    presence: certain.length > 0 || coversAllBranches(writes, places) ? 'always' : 'maybe',
    readBeforeWrite: reads.some(isEarly),
    writtenEarly: writes.some((write) => places.of(write.member).region !== null && isEarly(write)),
    reassigned:
      writes.length > 1 ||
      reads.some((mention) => mention.writes !== null) ||
      writes.some(({ member }) => mayRepeat(member, places)),
    thisFree: writes.every((mention) => mention.writes!.value !== null && isThisFree(mention.writes!.value)),
    writes: writes.map(({ index }) => index),
    reads: reads.map(({ index }) => index),
  };
}

function mayRepeat(member: t.Node, places: Places): boolean {
  const { region, loop } = places.of(member);
  return region !== null || loop !== null;
}

function earliest(moments: readonly Moment[]): Moment | null {
  return moments.reduce<Moment | null>(
    (first, moment) => (first === null || compareMoments(moment, first) < 0 ? moment : first),
    null,
  );
}

/** Whether conditional writes together happen on every way: `if (c) exports.a = 1; else exports.a = 2;`. */
function coversAllBranches(writes: readonly KeyMention[], places: Places): boolean {
  const covered = new Map<t.Node, Set<t.Node>>();
  return writes.some(({ member }) => {
    const { region, loop } = places.of(member);
    return region === null && loop === null && reachesTop(member, covered, places);
  });
}

/** Climbs from a write as long as nothing can leave it out, or the other branch writes as well. */
function reachesTop(member: t.Node, covered: Map<t.Node, Set<t.Node>>, places: Places): boolean {
  let at: t.Node = member;
  for (let parent = parentOf(at); parent !== null; parent = parentOf(at)) {
    const others = places.mayBeLeftOut(parent, at) ? alternatives(parent, at) : null;
    if (others !== null) {
      const branches = covered.get(parent) ?? new Set();
      covered.set(parent, branches.add(at));
      if (!others.every((other) => branches.has(other) || alwaysThrows(other))) return false;
    } else if (places.mayBeLeftOut(parent, at) || places.isBehindExit(at)) {
      return false;
    }
    at = parent;
  }
  return true;
}

/** The other ways that the program can take instead of a child; null where it stands for all of them, or none. */
function alternatives(parent: t.Node, child: t.Node): readonly t.Node[] | null {
  switch (parent.type) {
    case 'ConditionalExpression':
      return child === parent.test ? null : [parent.consequent, parent.alternate];
    case 'IfStatement':
      if (child === parent.test || !parent.alternate) return null;
      return [parent.consequent, parent.alternate];
    case 'TryStatement':
      // A block that was left by an exception is made up for by the handler.
      return parent.handler && child !== parent.finalizer ? [parent.block, parent.handler] : null;
    default:
      return null;
  }
}

/** Statements that cannot lead anywhere but to the next one (or throw). */
const plainStatements: ReadonlySet<string> = new Set(['ExpressionStatement', 'VariableDeclaration']);

function alwaysThrows(node: t.Node): boolean {
  if (node.type === 'ThrowStatement') return true;
  if (node.type === 'CatchClause') return alwaysThrows(node.body);
  if (node.type !== 'BlockStatement') return false;
  const end = node.body.findIndex(({ type }) => !plainStatements.has(type));
  return node.body[end]?.type === 'ThrowStatement';
}
