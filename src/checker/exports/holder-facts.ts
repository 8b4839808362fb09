import type * as t from '@babel/types';
import type { HolderAssignment } from '../facts.ts';
import { rangeOf } from '../nodes.ts';
import type { ChainDrafts } from './chains.ts';
import { E0, type Holder, type HolderWrite, sameValue } from './holders.ts';
import type { Resolved } from './mentions.ts';
import { compareMoments, type Moment } from './moment.ts';
import type { Trace } from './trace.ts';
import { UNCERTAIN, type Versions } from './versions.ts';

/** Every assignment to `module.exports` and `exports`, in source order. */
export function assignmentFacts(
  { exports, cell }: Trace,
  versions: Versions,
  chains: ChainDrafts,
): readonly HolderAssignment[] {
  const facts = [
    ...cell.writes.map((write) => assignmentFact('module.exports', write, versions, chains)),
    ...exports.writes.map((write) => assignmentFact('exports', write, versions, chains)),
  ];
  return facts.sort((a, b) => a.range[0] - b.range[0]);
}

function assignmentFact(
  of: HolderAssignment['of'],
  { target, expression, operator, result, place }: HolderWrite,
  versions: Versions,
  chains: ChainDrafts,
): HolderAssignment {
  return {
    of,
    range: rangeOf(target),
    expression: rangeOf(expression),
    operator,
    version: versions.of(result) ?? UNCERTAIN,
    chain: chains.indexOf(expression),
    deferred: place.region !== null,
    conditional: place.conditional,
  };
}

/** Assignments to `module.exports` that put something else there than E0. */
export function replacements({ cell }: Trace): readonly HolderWrite[] {
  return cell.writes.filter(({ result }) => !sameValue(result, E0));
}

/**
 * Whether `module.exports` has to become a variable: unless each statement that sets it stands in the program body, the
 * last of those that replace it for good, and all that mentions it is certain of what it sees.
 *
 * @param final the version that counts in the end, if that is certain.
 */
export function cellNeedsVariable(
  traced: Trace,
  versions: Versions,
  chains: ChainDrafts,
  resolved: readonly Resolved[],
  final: number | null,
): boolean {
  const isExpression = ({ expression }: HolderWrite) => chains.indexOf(expression) === null;
  if (replacements(traced).length === 0) return traced.cell.writes.some(isExpression);
  if (final !== versions.count - 1) return true;
  if (exportsNeedsVariable(traced, versions, resolved)) return true;
  const isPlain = traced.cell.writes.every(({ place, expression, operator, result }) => {
    const isCertain = operator === '=' && place.region === null && !place.conditional;
    return isCertain && result.kind === 'object' && chains.indexOf(expression) !== null;
  });
  return !isPlain || resolved.some(({ mention }) => mention.version === UNCERTAIN);
}

/**
 * Whether `exports` has to be declared: it gets what is never in `module.exports`, or only later
 * (`exports = {}; exports.a = 1; module.exports = exports;`), or a mention may see either.
 */
export function exportsNeedsVariable(
  { exports, cell }: Trace,
  versions: Versions,
  resolved: readonly Resolved[],
): boolean {
  if (resolved.some(isUncertainVariable)) return true;
  const gotAt = firstMoments(cell);
  return exports.writes.some(({ result, operator, place, moment }) => {
    const isConditional = place.conditional || place.region !== null;
    if (operator !== '=' || isConditional) return true;
    if ((versions.of(result) ?? UNCERTAIN) === UNCERTAIN) return true;
    const got = result.kind === 'object' ? gotAt.get(result.origin) : undefined;
    return !sameValue(result, E0) && (got === undefined || compareMoments(got, moment) > 0);
  });
}

/** When `module.exports` first got each object. */
function firstMoments({ writes }: Holder): ReadonlyMap<t.Node | null, Moment> {
  const moments = new Map<t.Node | null, Moment>();
  // In order of completion.
  for (const { result, moment } of writes)
    if (result.kind === 'object' && !moments.has(result.origin)) moments.set(result.origin, moment);
  return moments;
}

/** A mention of `exports` that may see one of several objects. */
export function isUncertainVariable({ mention }: Resolved): boolean {
  return mention.version === UNCERTAIN && mention.through === 'variable';
}
