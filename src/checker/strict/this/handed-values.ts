import type * as t from '@babel/types';
import { addTo, wordsOf } from '../../../lists.ts';
import { alternativesOf } from '../../../syntax/alternatives.ts';
import { isFunction } from '../../../syntax/kinds.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import { callsByName, lastName } from '../../by-name.ts';
import type { ScanContext } from '../../context.ts';
import { nodesOf } from '../../nodes.ts';
import { perScan } from '../../per-scan.ts';
import { adding } from '../../timeline/puts.ts';
import { calledNames } from '../function-names.ts';
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
export function namesInCalls(scan: ScanContext, fn: t.Function): ReadonlySet<string> {
  const isConstructor = fn.type === 'ClassMethod' && fn.kind === 'constructor';
  return new Set([...calledNames(scan, fn).names, ...(isConstructor ? ['super'] : [])]);
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

/** `new F(g)`, `super(g)`, `f.call(receiver, g)`, `f.apply(receiver, list)`, by the name that is called. */
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

/** The call that a function is an argument of, if it is called there with what a list or promise has. */
export function visited(fn: t.Function): readonly t.Node[] {
  const call = parentOf(fn);
  if (call?.type !== 'CallExpression' || call.callee === fn) return [];
  const method = methodOf(call);
  if (method === null || !visiting.has(method.key ?? '')) return [];
  return [method.object, ...call.arguments.filter((given) => given !== fn && !isFunction(given))];
}

/** Methods of lists and promises whose callbacks get what is in them (§23.1.3, §27.2.5); `each` of libraries. */
const visiting = wordsOf(
  'each every filter find findIndex findLast flatMap forEach map reduce reduceRight some sort then',
);
