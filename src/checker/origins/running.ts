import type * as t from '@babel/types';
import { addTo } from '../../lists.ts';
import { functionTypes, isFunction } from '../../syntax/kinds.ts';
import { contains } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { functionAround } from '../owner.ts';
import { perScan } from '../per-scan.ts';
import { functionOf } from '../strict/own-functions.ts';
import { mayRunAfter } from '../strict/reach.ts';
import { protocolOf } from '../timeline/protocols.ts';
import { putsOf } from '../timeline/puts.ts';
import type { Call } from './calls.ts';
import { callsOfFile } from './origins.ts';

/**
 * Whether code of the file may run once control has got into a block or function, and before it gets to a place in that: as part
 * of the same function, or of something that it calls.
 */
export function mayRunOnTheWay(scan: ScanContext, code: t.Node, place: t.Node, since: t.Node): boolean {
  const owner = functionAround(place);
  const home = functionAround(code);
  if (home === owner) return contains(since, code) && mayRunAfter(since, code, place);
  if (pausing(scan).has(owner)) return true;
  return home.type !== 'Program' && (!isFunction(home) || runOnTheWay(scan, place, since).has(home));
}

function runOnTheWay(scan: ScanContext, place: t.Node, since: t.Node): ReadonlySet<t.Node> {
  const { callsIn } = calling(scan);
  const found = new Set<t.Node>(runUnseen(scan));
  for (const call of callsIn.get(functionAround(place)) ?? [])
    if (contains(since, call) && mayRunAfter(since, call, place))
      for (const fn of runBy(scan, call)) found.add(fn);
  for (const fn of found)
    for (const call of callsIn.get(fn) ?? []) for (const next of runBy(scan, call)) found.add(next);
  return found;
}

function runBy(scan: ScanContext, call: Call): readonly t.Node[] {
  const { called, unknown, handed } = calling(scan);
  const known = called.get(call) ?? [];
  if (!unknown.has(call)) return [...known];
  // What stands further down is not there yet.
  return [...known, ...handed.filter((fn) => fn.type === 'FunctionDeclaration' || fn.start! < call.end!)];
}

const calling = perScan((scan) => {
  const callsIn = new Map<t.Node, Call[]>();
  for (const call of callsOfFile(scan).called.keys()) addTo(callsIn, functionAround(call), call);
  return { ...callsOfFile(scan), callsIn };
});

/** Functions that go on at another time than they are called. */
const pausing = perScan(
  (scan): ReadonlySet<t.Node> =>
    new Set(
      functionTypes
        .flatMap((type): readonly t.Function[] => nodesOf(scan, type))
        .filter(({ async: isAsync, generator }) => isAsync || generator),
    ),
);

/** What runs where no call stands: accessors, what the language asks for by its key, and what goes on at another time. */
const runUnseen = perScan((scan): ReadonlySet<t.Node> => {
  const found = new Set<t.Node>(pausing(scan));
  for (const put of putsOf(scan)) {
    const isUnseen = put.kind !== 'value' || /^[gs]et$/.test(put.key ?? '') || protocolOf(put) !== null;
    const fn = isUnseen && put.value !== null ? functionOf(scan, put.value) : null;
    if (fn !== null) found.add(fn);
  }
  return found;
});
