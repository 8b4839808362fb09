import type * as t from '@babel/types';
import { addTo, wordsOf } from '../../../lists.ts';
import { alternativesOf } from '../../../syntax/alternatives.ts';
import { literalKey } from '../../../syntax/keys.ts';
import { isFunction } from '../../../syntax/kinds.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import { callsByName, lastName } from '../../by-name.ts';
import type { ScanContext } from '../../context.ts';
import { nodesOf } from '../../nodes.ts';
import { patternIdentifiers } from '../../pattern-identifiers.ts';
import { perNode, perScan } from '../../per-scan.ts';
import { assignedByKey } from '../../timeline/assigned.ts';
import { adding } from '../../timeline/puts.ts';
import { calledNames } from '../function-names.ts';
import { functionOf } from '../own-functions.ts';
import { methodOf } from './plain-roots.ts';

/** What functions of the file may be given, and lists be filled with: by names, since nobody can tell these from others. */

/** Which parameter: the one at a position; with `isRest` all after it, too. */
interface Position {
  readonly index: number;
  readonly isRest: boolean;
}

/** What a function that is called where it stands is given for a parameter. */
export function givenInPlace(fn: t.Function, position: Position): readonly t.Node[] {
  const call = callAround(fn);
  return call === null ? [] : givenAt({ given: call.arguments, skips: 0 }, position);
}

/** What calls of any of these names give for a parameter. */
export function givenByName(
  scan: ScanContext,
  names: ReadonlySet<string>,
  position: Position,
): readonly t.Node[] {
  const called = callsByName(scan)
    .ofAny(names)
    .map((call) => ({ given: call.arguments, skips: 0 }));
  const others = [...names].flatMap((name) => otherCalls(scan).get(name) ?? []);
  return [...called, ...others].flatMap((giving) => givenAt(giving, position));
}

/** The names by which a function is called, as far as `givenByName` knows them. */
export const namesInCalls = perNode((scan, fn: t.Function): ReadonlySet<string> => {
  const isConstructor = fn.type === 'ClassMethod' && fn.kind === 'constructor';
  return new Set([
    ...calledNames(scan, fn).names,
    ...namesOfParameters(scan, fn),
    ...(isConstructor ? ['super'] : []),
  ]);
});

/** `callback` of `function each(callback) { callback(value); }` for what is passed to it. */
function namesOfParameters(scan: ScanContext, fn: t.Function): readonly string[] {
  return placesPassed(scan, fn).flatMap(({ call, index }) =>
    ownCalled(scan, call).flatMap(({ params }) =>
      patternIdentifiers(params[index] ?? null).map(({ name }) => name),
    ),
  );
}

interface Passed {
  readonly call: t.CallExpression | t.NewExpression;
  readonly index: number;
}

/** The calls that get a function of the file as an argument. */
function placesPassed(scan: ScanContext, fn: t.Function): readonly Passed[] {
  return passedByFunction(scan).get(fn) ?? [];
}

const passedByFunction = perScan((scan): ReadonlyMap<t.Node, readonly Passed[]> => {
  const found = new Map<t.Node, Passed[]>();
  for (const call of [...nodesOf(scan, 'CallExpression'), ...nodesOf(scan, 'NewExpression')])
    for (const [index, given] of call.arguments.entries()) {
      const fn = functionOf(scan, given);
      if (fn !== null) addTo(found, fn, { call, index });
    }
  return found;
});

/** The functions of the file that a call may run, by the name that it calls. */
function ownCalled(scan: ScanContext, { callee }: t.CallExpression | t.NewExpression): readonly t.Function[] {
  const own = functionOf(scan, callee);
  const named = (assignedByKey(scan).get(lastName(callee) ?? '') ?? []).map(({ value }) => value);
  return (own === null ? named : [own]).filter((value) => value !== null && isFunction(value));
}

interface Giving {
  readonly given: readonly t.Node[];
  /** How many arguments come before the first one: the receiver. */
  readonly skips: number;
}

function givenAt({ given, skips }: Giving, { index, isRest }: Position): readonly t.Node[] {
  const at = index + skips;
  const spread = given.findIndex(({ type }) => type === 'SpreadElement');
  if (spread >= 0 && spread <= at) return given.slice(spread);
  return given.slice(at, isRest ? undefined : at + 1);
}

/** `(function (f) {})(g)` */
function callAround(fn: t.Function): t.CallExpression | null {
  const call = parentOf(fn);
  return call?.type === 'CallExpression' && call.callee === fn ? call : null;
}

/** `new F(g)`, `super(g)`, `f.call(receiver, g)`, `f.apply(receiver, list)`, `` f`${g}` ``, by the name that is called. */
const otherCalls = perScan((scan): ReadonlyMap<string, readonly Giving[]> => {
  const found = new Map<string, Giving[]>();
  const add = (name: string | null, given: Giving): void => {
    if (name !== null) addTo(found, name, given);
  };
  for (const { callee, arguments: given } of [...nodesOf(scan, 'NewExpression')])
    add(lastName(callee), { given, skips: 0 });
  for (const node of nodesOf(scan, 'Super')) {
    const call = parentOf(node)!;
    if (call.type === 'CallExpression') add('super', { given: call.arguments, skips: 0 });
  }
  for (const { tag, quasi } of nodesOf(scan, 'TaggedTemplateExpression'))
    add(lastName(tag), { given: [quasi, ...quasi.expressions], skips: 0 });
  for (const call of callsByName(scan).ofAny(withReceiver)) {
    const method = methodOf(call);
    const name = method && lastName(method.object);
    const [, list] = call.arguments;
    if (method?.key === 'call') add(name, { given: call.arguments, skips: 1 });
    else if (list)
      add(name, { given: [{ type: 'SpreadElement', argument: list } as t.SpreadElement], skips: 0 });
  }
  return found;
});

const withReceiver: ReadonlySet<string> = new Set(['apply', 'call']);

/** What is put into lists, maps and under computed keys, by the last name of what gets it. */
export const putInto = perScan((scan): ReadonlyMap<string, readonly t.Node[]> => {
  const found = new Map<string, t.Node[]>();
  const add = (object: t.Node, value: t.Node): void => {
    for (const name of namesOfHolders(object)) addTo(found, name, value);
  };
  for (const call of callsByName(scan).ofAny(adding)) {
    const method = methodOf(call);
    if (method !== null) for (const given of call.arguments) add(method.object, given);
  }
  for (const { left, right } of nodesOf(scan, 'AssignmentExpression'))
    if (left.type === 'MemberExpression' && left.computed) add(left.object, right);
  return found;
});

/** `lists` of `lists[key]`, `lists.get(key)` and `lists[key] || (lists[key] = [])`: what is in one of them is in all. */
function namesOfHolders(object: t.Node): readonly string[] {
  const node = unwrap(object);
  const name = nameOfHolder(node);
  if (name !== null) return [name];
  if (node.type === 'MemberExpression') return namesOfHolders(node.object);
  const method = node.type === 'CallExpression' ? methodOf(node) : null;
  if (method !== null) return method.key === 'get' ? namesOfHolders(method.object) : [];
  return (alternativesOf(node) ?? []).flatMap(namesOfHolders);
}

/** `list` of `list`, `o.list`, `this.#list` */
export function nameOfHolder(object: t.Node): string | null {
  const node = unwrap(object);
  const isPrivate = node.type === 'MemberExpression' && node.property.type === 'PrivateName';
  if (isPrivate) return `#${(node.property as t.PrivateName).id.name}`;
  return lastName(node);
}

/** What a function is called with by whom it is passed to, unless that is a function of the file. */
export function handedBy(scan: ScanContext, fn: t.Function): readonly t.Node[] {
  return placesPassed(scan, fn).flatMap((place) => handedAt(scan, place));
}

function handedAt(scan: ScanContext, { call, index }: Passed): readonly t.Node[] {
  if (call.type !== 'CallExpression' || functionOf(scan, call.callee) !== null) return [];
  const others = call.arguments.filter((_, at) => at !== index);
  const method = methodOf(call);
  const key = method?.key ?? '';
  if (method !== null && visiting.has(key))
    return [method.object, ...others.filter((given) => !isFunction(given))];
  return listening.has(key) ? [...others, ...emitted(scan, call)] : others;
}

/** Methods of lists and promises whose callbacks get what is in them (§23.1.3, §27.2.5); `each` of libraries. */
const visiting = wordsOf(
  'catch each every filter find findIndex findLast flatMap forEach map reduce reduceRight some sort then',
);

/** `emitter.emit('event', value)` for `emitter.on('event', listener)` */
function emitted(scan: ScanContext, { arguments: [event] }: t.CallExpression): readonly t.Node[] {
  const name = event && literalKey(event);
  return callsByName(scan)
    .of('emit')
    .flatMap(({ arguments: [first, ...given] }) => {
      const emittedName = first && literalKey(first);
      return name === null || emittedName === null || name === emittedName ? given : [];
    });
}

/** Methods that keep a function for `emit` to call. */
export const listening = wordsOf('addListener on once prependListener prependOnceListener');
