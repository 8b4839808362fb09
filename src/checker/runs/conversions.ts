import type * as t from '@babel/types';
import { wordsOf } from '../../lists.ts';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import { callsByName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import type { RunFacts, RunValue, Unseen } from '../facts.ts';
import { nodesOf } from '../nodes.ts';
import { handledKeys, protocolOf, putUnderAnyKey } from '../timeline/protocols.ts';
import { givenKey, keyOf, type Put, putsOf } from '../timeline/puts.ts';
import type { Values } from '../timeline/values.ts';
import type { Handed } from './handed.ts';
import { unique } from './run-values.ts';

/** The functions of a file that it would run: `toString() {}`, `[Symbol.iterator]() {}`. */
export function unseenFunctions(scan: ScanContext, values: Values, handed: Handed): RunFacts['unseen'] {
  const puts = putsOf(scan).filter((put) => unseenFor(put) !== null);
  const found: Record<Unseen, RunValue[]> = { convert: [], iterate: [] };
  for (const put of puts) {
    const kind = unseenFor(put)!;
    found[kind].push(...runsOf(put, values, handed));
  }
  const others = putUnderAnyKey(scan).flatMap((node) => runBy(node, handed));
  return { convert: unique([...found.convert, ...others]), iterate: unique([...found.iterate, ...others]) };
}

/** What callers hand over that becomes such a function, wherever that is put. */
export function* unseenParameters(
  scan: ScanContext,
  handed: Handed,
): Generator<{ place: t.Node; values: readonly RunValue[] }> {
  for (const put of putsOf(scan)) {
    if (put.value === null || unseenFor(put) === null) continue;
    const values = handed.by(put.value).filter(({ kind }) => kind === 'parameter');
    if (values.length > 0) yield { place: put.value, values };
  }
}

/** The regions of those functions that nothing but instances has. */
export function unseenOfInstances(scan: ScanContext, values: Values, handed: Handed): readonly number[] {
  const found = { instances: new Set<number>(), others: new Set<number>() };
  for (const put of putsOf(scan)) {
    if (unseenFor(put) === null) continue;
    for (const value of runsOf(put, values, handed))
      if (value.kind === 'own') found[put.ofInstances ? 'instances' : 'others'].add(value.region);
  }
  return [...found.instances].filter((region) => !found.others.has(region));
}

/** What runs a function that is put under a key; null where only a call by its name does. */
function unseenFor(put: Put): Unseen | null {
  // A `toJSON` by a descriptor is left out: next to nobody asks for that while modules load.
  if (put.by === 'descriptor' && put.key === 'toJSON') return null;
  const protocol = notFollowed.has(put.key) ? null : protocolOf(put);
  return protocol === 'instance' || protocol === 'match' ? 'convert' : protocol;
}

/**
 * What a promise calls when all modules are loaded, methods of iterators, which count where these are made, and what only
 * lists, errors and regular expressions have called: common names, so that next to nothing would be left.
 */
const notFollowed: ReadonlySet<string | null> = wordsOf(
  'exec flags join message name next return source then',
);
const iterators: ReadonlySet<string | null> = new Set(['Symbol.asyncIterator', 'Symbol.iterator']);

/** The function that is put there, and of a getter what that gives. */
function runsOf({ kind, value }: Put, values: Values, handed: Handed): readonly RunValue[] {
  const given = kind === 'get' && value !== null && isFunction(value) ? values.returnedBy(value) : [];
  return [value, ...given].flatMap((node) => runBy(node, handed));
}

/** Of what comes from elsewhere, those who made it tell. */
function runBy(node: t.Node | null, handed: Handed): readonly RunValue[] {
  if (node === null) return [];
  const bound = node.type === 'CallExpression' ? boundBy(node) : node;
  const found = bound === null ? [] : handed.by(bound);
  return found.filter(({ kind }) => kind === 'own' || kind === 'required');
}

/** `f` of `f.bind(…)` */
function boundBy({ callee }: t.CallExpression): t.Node | null {
  return callee.type === 'MemberExpression' && staticKey(callee) === 'bind' ? callee.object : null;
}

/** `Kind.prototype`, by a name of the file */
function isOwnPrototype({ scopes }: ScanContext, node: t.Node): boolean {
  if (node.type !== 'MemberExpression' || staticKey(node) !== 'prototype') return false;
  return node.object.type === 'Identifier' && scopes.referenceOf(node.object)?.binding?.kind === 'function';
}

/** Whether the file puts an iterator on an object that it may not have made for that: on a list, say. */
export function putsIterators(scan: ScanContext): boolean {
  const isPut = nodesOf(scan, 'AssignmentExpression').some(
    ({ left }) =>
      left.type === 'MemberExpression' && iterators.has(keyOf(left)) && !isOwnPrototype(scan, left.object),
  );
  const isDefined = (arguments_: readonly t.Node[]): boolean => iterators.has(givenKey(arguments_[1]!));
  return (
    isPut ||
    handledKeys(scan).some((node) => iterators.has(givenKey(node))) ||
    callsByName(scan)
      .of('defineProperty')
      .some(({ arguments: given }) => given.length > 1 && isDefined(given))
  );
}
