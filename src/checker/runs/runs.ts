import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { isClass, isFunction } from '../../syntax/kinds.ts';
import { callsByName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import type { RequireFact, RunCall, RunFacts, RunValue, Unseen } from '../facts.ts';
import { nodesOf, rangeOf } from '../nodes.ts';
import { comesAfterWaiting, scheduledByParts } from '../runtime/scheduled.ts';
import { assignedByKey, COMPUTED } from '../timeline/assigned.ts';
import { adding, keyOf as keyOfPut, type Put } from '../timeline/puts.ts';
import { optionsOf, unknown as unknownValue, type Value } from '../timeline/value.ts';
import { type Values, valuesOf } from '../timeline/values.ts';
import { accessorReads, asRead, ownUnseenUses, plainExportsOf, readsByRegion } from './accessor-reads.ts';
import { accessorsOf } from './accessors.ts';
import { isCollection, isPrimitive } from './builtin-objects.ts';
import { Calls, runs } from './calls.ts';
import { putsIterators, unseenFunctions, unseenOfInstances, unseenParameters } from './conversions.ts';
import { Handed } from './handed.ts';
import { Regions } from './regions.ts';
import { keyOf, unique } from './run-values.ts';
import { unsharedObjects } from './unshared.ts';

/**
 * What may run when a file is loaded and when something of it is run. A function that is merely handed over counts as
 * run where whoever gets it may run it, which linking finds out.
 */
export function runFacts(scan: ScanContext, requires: readonly RequireFact[]): RunFacts {
  const regions = new Regions(scan);
  const values = valuesOf(scan, requires);
  const handed = new Handed(scan, regions, values);
  const found = regions.nodes.map((): { calls: RunCall[]; loads: number[] } => ({ calls: [], loads: [] }));
  const add = (place: t.Node, calls: readonly RunCall[]): void => {
    const region = regions.around(place);
    for (const call of calls) found[region]!.calls.push(seenFrom(region, call));
  };
  for (const { node, calls } of allCalls(scan, new Calls(scan, values, handed)))
    add(node, comesAfterWaiting(scan, node) ? calls.map(afterWaiting) : calls);
  for (const { place, value, holder, key } of givenAway(scan, values)) {
    const away = { onto: optionsOf(holder).flatMap((each) => holdersOf(each, handed)), key };
    add(
      place,
      handed.by(value).map((callee) => ({ ...runs(callee), away })),
    );
  }
  for (const [index, node] of regions.nodes.entries()) {
    if (isClass(node)) found[index]!.calls.push(...constructed(node, regions, handed));
  }
  // Converting an object is no call to be seen, so who hands over what converts it counts as running it.
  for (const { place, values: given } of unseenParameters(scan, handed)) add(place, given.map(runs));
  const accessors = accessorsOf(scan, regions, handed, values);
  for (const { place, values: read } of accessorReads(scan, regions, accessors, values))
    add(place, read.map(runs));
  const unseen = unseenFunctions(scan, values, handed);
  const isRun = (kind: Unseen): boolean => unseen[kind].length > 0;
  for (const { kind, place, of } of ownUnseenUses(scan, regions, values, isRun)) {
    add(
      place,
      unseen[kind].map((callee) => ({ ...runs(callee), ...(of === null ? {} : { of }) })),
    );
  }
  for (const [index, place] of deferredRequires(scan, requires))
    found[regions.around(place)]!.loads.push(index);
  const reads = readsByRegion(scan, regions, values);
  const scheduled = scheduledByParts(scan, (node) => regions.around(node));
  return {
    regions: found.map(({ calls: all, loads }, region) => ({
      range: rangeOf(regions.nodes[region]!),
      reads: reads[region]!,
      calls: differing(all),
      loads,
      scheduled: scheduled(region),
      returns: returnedBy(regions.nodes[region]!, values, handed),
      parts: handed.partsOf(regions.nodes[region]!),
    })),
    keyed: keyedValues(scan, values, handed),
    lists: keysOfOnly(scan, ({ type }) => type === 'ArrayExpression'),
    collections: keysOfOnly(scan, (node) => isCollection(scan, node)),
    primitives: keysOfOnly(scan, (node) => isPrimitive(scan, node)),
    reiterates: putsIterators(scan),
    whole: wholeOf(scan, handed),
    plain: plainExportsOf(scan)(),
    accessors: accessors.map(({ key, on, holder, within, values: run }) => ({
      key: asRead(key),
      on,
      anywhere: holder === 'foreign',
      within,
      values: run,
    })),
    unseen,
    ofInstances: unseenOfInstances(scan, values, handed),
  };
}

function holdersOf(value: Value, handed: Handed): readonly RunValue[] {
  return value.kind === 'global' ? [{ kind: 'global' }] : handed.values(value);
}

function afterWaiting(call: RunCall): RunCall {
  return { ...call, waited: true };
}

/** A parameter of a function around is whatever that got, when the function inside runs. */
function seenFrom(region: number, call: RunCall): RunCall {
  const { callee, given } = call;
  const isOfOther = (value: RunValue): boolean => value.kind === 'parameter' && value.region !== region;
  if (!isOfOther(callee) && !given?.some((values) => values.some(isOfOther))) return call;
  const seen = (value: RunValue): RunValue =>
    value.kind === 'parameter' && value.region !== region
      ? { kind: 'unknown', outer: { region: value.region, index: value.index } }
      : value;
  return { ...call, callee: seen(callee), given: given?.map((values) => values.map(seen)) ?? null };
}

function* allCalls(scan: ScanContext, calls: Calls): Generator<{ node: t.Node; calls: readonly RunCall[] }> {
  for (const kind of ['CallExpression', 'NewExpression'] as const) {
    for (const node of nodesOf(scan, kind)) yield { node, calls: calls.of(node) };
  }
  for (const node of nodesOf(scan, 'TaggedTemplateExpression')) yield { node, calls: calls.ofTag(node) };
}

/** Nobody gets what a generator or an `async` function returns by calling it. */
function returnedBy(node: t.Node, values: Values, handed: Handed): readonly RunValue[] {
  if (!isFunction(node)) return [];
  if (node.async || node.generator) return [unknown];
  return unique(values.returnedBy(node).flatMap((value) => handed.values(values.of(value))));
}

interface GivenAway {
  readonly place: t.Node;
  readonly value: t.Node;
  /** What it is put on. */
  readonly holder: Value;
  readonly key: string | null;
}

/** What is put on an object that is not the file's own: from then on others may run it. */
function* givenAway(scan: ScanContext, values: Values): Generator<GivenAway> {
  const isPlainExports = plainExportsOf(scan);
  const isUnshared = unsharedObjects(scan);
  const isKeyed = nodesOf(scan, 'MemberExpression').every(
    (node) => staticKey(node) !== null || !isPlainExports(node.object),
  );
  for (const node of nodesOf(scan, 'AssignmentExpression')) {
    const { left, right } = node;
    if (left.type !== 'MemberExpression' || isExports(left)) continue;
    const isOwn = left.object.type === 'ThisExpression' || isUnshared(left.object, node);
    const holder = holderOf(left.object);
    if (!isOwn && !optionsOf(holder).every(isOfFile))
      yield { place: node, value: right, holder, key: keyOfPut(left) };
  }
  for (const node of callsByName(scan).ofAny(adding)) {
    const holder = 'object' in node.callee ? values.of(node.callee.object) : unknownValue;
    const isGlobal = optionsOf(holder).some(({ kind }) => kind === 'global');
    for (const value of isGlobal ? node.arguments : []) yield { place: node, value, holder, key: null };
  }

  /** What `exports.key` holds, where nothing is put on the exports by a computed key. */
  function holderOf(object: t.Node): Value {
    const key = object.type === 'MemberExpression' ? staticKey(object) : null;
    const isKept = isKeyed && key !== null && isPlainExports((object as t.MemberExpression).object);
    return isKept ? values.contents.named(key) : values.of(object);
  }
}

function isOfFile({ kind }: Value): boolean {
  return kind === 'own' || kind === 'function';
}

function isExports({ object }: t.MemberExpression): boolean {
  return object.type === 'Identifier' && object.name === 'module';
}

/** Constructing runs the constructor, the fields, the base; and where there is a base, perhaps any method. */
function constructed(node: t.Class, regions: Regions, handed: Handed): readonly RunCall[] {
  const parts = node.body.body.filter((element) => {
    const isMethod = element.type === 'ClassMethod' || element.type === 'ClassPrivateMethod';
    return node.superClass || !isMethod || element.kind === 'constructor' || isCalledUnseen(element);
  });
  const own = parts.flatMap((element) =>
    regions.indexOf(element) === undefined ? [] : [{ callee: regions.own(element), given: [] }],
  );
  return [
    ...own,
    // Methods of the base get the instance, and what its own methods give.
    ...(node.superClass
      ? handed.by(node.superClass).map((callee) => ({ callee, given: [], objects: true as const }))
      : []),
  ];
}

/** Conversions and iterators, for which no call is to be seen. */
function isCalledUnseen(method: t.ClassMethod | t.ClassPrivateMethod): boolean {
  const key = method.type === 'ClassMethod' ? staticKey(method) : '';
  return key === null || ['toString', 'valueOf', 'toJSON', 'then'].includes(key);
}

function* deferredRequires(
  scan: ScanContext,
  requires: readonly RequireFact[],
): Generator<[index: number, place: t.Node]> {
  const indexOf = new Map(requires.map(({ call }, index) => [call[0], index]));
  for (const node of nodesOf(scan, 'CallExpression')) {
    const index = indexOf.get(node.start!);
    if (index === undefined || requires[index]!.call[1] !== node.end) continue;
    if (requires[index]!.placement === 'deferred') yield [index, node];
  }
}

function keyedValues(scan: ScanContext, values: Values, handed: Handed): RunFacts['keyed'] {
  return [...assignedByKey(scan)].flatMap(([key, puts]): RunFacts['keyed'] => {
    const found = puts.flatMap((put) => valuesPut(put, values, handed));
    return found.length === 0 ? [] : [[key === COMPUTED ? null : key, unique(found)]];
  });
}

/** Of what descriptors put there, functions of the file count; accessors are told of elsewhere. */
function valuesPut({ kind, by, value }: Put, values: Values, handed: Handed): readonly RunValue[] {
  const isDescribed = by === 'descriptor';
  if (by === 'list' || (isDescribed && kind !== 'value')) return [];
  // Calling `x.key()` where `key` is an accessor calls what that returns.
  const nodes = kind === 'get' && value && isFunction(value) ? [value, ...values.returnedBy(value)] : [value];
  const found = nodes.flatMap((node) => (node === null ? [unknown] : runBy(node, handed)));
  return isDescribed ? found.filter((one) => one.kind !== 'unknown') : found;
}

const unknown: RunValue = { kind: 'unknown' };

function runBy(node: t.Node, handed: Handed): readonly RunValue[] {
  return node.type.endsWith('Literal') ? [] : handed.by(node);
}

/** The keys under which the file puts nothing but values of a kind. */
function keysOfOnly(scan: ScanContext, isOfKind: (node: t.Node) => boolean): readonly string[] {
  const isOnly = ({ kind, value }: Put): boolean => kind === 'value' && value !== null && isOfKind(value);
  return [...assignedByKey(scan)].flatMap(([key, puts]) => (puts.every(isOnly) ? [key] : []));
}

function wholeOf(scan: ScanContext, handed: Handed): RunFacts['whole'] {
  const values = wholeValues(scan);
  return values.length === 0 ? null : values.flatMap((value) => [...handed.by(value)]);
}

/** Every value that is assigned to `module.exports`. */
function wholeValues(scan: ScanContext): readonly t.Node[] {
  return nodesOf(scan, 'AssignmentExpression').flatMap(({ left, right }) =>
    left.type === 'MemberExpression' && staticKey(left) === 'exports' && isExports(left) ? [right] : [],
  );
}

/** A call that is made in several places counts once. */
function differing(calls: readonly RunCall[]): readonly RunCall[] {
  if (calls.length < 2) return calls;
  return [...new Map(calls.map((call) => [keyOfCall(call), call])).values()];
}

/** Most calls are of a function of the file by somebody else: its number is enough. */
function keyOfCall(call: RunCall): string | number {
  const { callee, given, open = false, away, of, filled, objects, waited } = call;
  if (given === null && !(open || away || filled || objects || waited))
    return callee.kind === 'own' && of === undefined ? callee.region : `${keyOf(callee)} ${of}`;
  const handed = given?.map((values) => `[${values.map(keyOf).join()}]`).join('') ?? null;
  return `${keyOf(callee)} ${open} ${away?.onto.map(keyOf).join()} ${away?.key} ${of} ${filled === true} ${objects === true} ${waited === true} ${handed}`;
}
