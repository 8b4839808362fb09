import type * as t from '@babel/types';
import { rangeOf } from '../nodes.ts';
import { type LoadEvent, withoutRepeats } from './event.ts';
import { effect } from './judge.ts';

/** More events than these in one call are told as one. */
const MOST_EVENTS = 40;

/** The different events of a call, or one for them all where they are too many. */
export function inShort(events: readonly LoadEvent[], call: t.Node): readonly LoadEvent[] {
  const different = withoutRepeats(events);
  const reads = different.filter(({ kind }) => kind === 'read');
  return different.length - reads.length > MOST_EVENTS ? [...reads, effect('call', call)] : different;
}

/** What a called function does happens where it is called. */
export function placedAt(event: LoadEvent, call: t.Node): LoadEvent {
  if (event.kind === 'read') return { ...event, node: call };
  return event.kind === 'effect'
    ? { kind: 'effect', effect: { ...event.effect, range: rangeOf(call), inCall: true } }
    : event;
}
