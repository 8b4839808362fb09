import type { ScanContext } from '../context.ts';
import { ANY_KEY } from '../facts/keys.ts';
import type { ExportsFacts, GetterFact, IdleFact, OriginFact, RequireFact, TimelineEntry } from '../facts.ts';
import { rangeOf } from '../nodes.ts';
import { isState, type LoadEvent, withoutRepeatedReads } from './event.ts';
import { getterFacts } from './getters.ts';
import { idleExports } from './idle-exports.ts';
import { effect, originOf } from './judge.ts';
import { Summaries } from './summaries.ts';
import { unseenCallsOf } from './unseen.ts';
import { optionsOf } from './value.ts';
import { type Values, valuesOf } from './values.ts';
import { Walk } from './walk.ts';
import { wholeExports } from './whole-exports.ts';

export interface TimelineFacts {
  readonly timeline: readonly TimelineEntry[];
  readonly exportsFrom: readonly OriginFact[];
  readonly getters: readonly GetterFact[];
  readonly idle: readonly IdleFact[];
  readonly hasSetters: boolean;
}

/**
 * What happens while the file loads, in the order of ECMA-262's evaluation, branches taken as if all of them ran.
 *
 * Whatever is not known to stay within the file is an effect; that goes for accessors, conversions and iterators of the
 * file, which run without a call, wherever one of their name may be asked for. Passed over are those of values that the
 * file did not make, what builtin functions throw when they are misused, methods of strings
 * on unknown values, and what a function from elsewhere that is put under a computed key may be.
 *
 * @param requires the same list as in the facts: entries of the timeline refer to it by index
 */
export function timelineFacts(
  scan: ScanContext,
  requires: readonly RequireFact[],
  exports: ExportsFacts,
): TimelineFacts {
  const summaries = summariesOf(scan, requires);
  const walk = new Walk(summaries);
  walk.visitAll(scan.parsed.program.body);
  return {
    timeline: withoutRepeatedReads(walk.events).flatMap((event) => toEntry(event, requires)),
    exportsFrom: exportsFrom(scan, summaries.values),
    getters: getterFacts(scan, summaries),
    idle: idleExports(scan, summaries, exports),
    hasSetters: summaries.unseen.on('set').length > 0,
  };
}

function exportsFrom(scan: ScanContext, values: Values): readonly OriginFact[] {
  const options = wholeExports(scan).flatMap((value) => optionsOf(values.of(value)));
  return options.filter(({ kind }) => kind !== 'own' && kind !== 'function').map(originOf);
}

function summariesOf(scan: ScanContext, requires: readonly RequireFact[]): Summaries {
  const values = valuesOf(scan, requires);
  return new Summaries(values, unseenCallsOf(scan));
}

function toEntry(event: LoadEvent, requires: readonly RequireFact[]): readonly TimelineEntry[] {
  switch (event.kind) {
    case 'read':
      // Where nothing is required, there is nothing of another file but what globals hold.
      return requires.length === 0 && event.of.kind === 'unknown' ? [] : readEntry(event);
    case 'effect':
      return [{ kind: 'effect', effect: event.effect, at: event.effect.range[0] }];
    case 'write':
    case 'call':
      return toEntry(effect(event.kind, event.node), requires);
    case 'require':
      return requireEntry(event, requires);
  }
}

/** A require inside of a function that is called while the file loads is judged by the module that it loads. */
function requireEntry(
  { require, node }: Extract<LoadEvent, { kind: 'require' }>,
  requires: readonly RequireFact[],
): readonly TimelineEntry[] {
  if (requires[require]!.placement !== 'deferred') return [{ kind: 'require', require, at: node.start! }];
  return toEntry(effect('load', node, { kind: 'required', require, path: [] }), requires);
}

/** What callers hand over to functions that this file does not call is theirs to tell. */
function readEntry({ of, key, node }: Extract<LoadEvent, { kind: 'read' }>): readonly TimelineEntry[] {
  if (of.kind === 'parameter') return [];
  if (of.kind === 'unknown')
    return [
      {
        kind: 'read',
        read: { range: rangeOf(node), from: { kind: 'member', key: key ?? ANY_KEY } },
        at: node.start!,
      },
    ];
  const from = isState(of)
    ? of
    : originOf(of.kind === 'global' ? of : { ...of, path: [...of.path, key ?? ANY_KEY] });
  return [{ kind: 'read', read: { range: rangeOf(node), from }, at: node.start! }];
}
