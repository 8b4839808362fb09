import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import type { ScanContext } from '../context.ts';
import { ANY_KEY } from '../facts/keys.ts';
import type { GetterFact, OriginFact } from '../facts.ts';
import { nodesOf } from '../nodes.ts';
import { perScan } from '../per-scan.ts';
import type { LoadEvent } from './event.ts';
import { originOf } from './judge.ts';
import type { Summaries } from './summaries.ts';
import type { Occasion } from './unseen.ts';

/** What reading runs of the file's functions without a call: its getters by key, and whatever converts or iterates. */
export function getterFacts(scan: ScanContext, summaries: Summaries): readonly GetterFact[] {
  const { unseen } = summaries;
  const getters = [...unseen.getters()].map(([key, nodes]): GetterFact => {
    const gives = nodes.flatMap((node) => (node && givenBy(summaries, node)) ?? []);
    return {
      key,
      isFixed: nodes.every((node) => isLazyRequire(node) || givesConstant(scan, node)),
      ...(gives.length < nodes.length ? {} : { gives }),
      hasEffects: nodes.some((node) => mayBeNoticed(scan, summaries, node)),
    };
  });
  const looking = onLooking.flatMap((occasion) => unseen.on(occasion));
  if (!looking.some((node) => mayBeNoticed(scan, summaries, node))) return getters;
  return [...getters, { key: null, isFixed: false, hasEffects: true }];
}

/** What a look at a whole value asks for. */
const onLooking: readonly Occasion[] = ['convert', 'iterate', 'instance', 'match'];

function mayBeNoticed(scan: ScanContext, summaries: Summaries, node: t.Node | null): boolean {
  if (node === null) return true;
  const value = summaries.values.of(node);
  const fn = isFunction(node) ? node : value.kind === 'function' ? value.node : null;
  if (fn === null || isLazyRequire(fn)) return false;
  return countsOn(scan, fn) || summaries.of(fn).some(isEffect);
}

/** `n++`, `this.n += 1`: whoever asks once more gets something else. */
function countsOn(scan: ScanContext, fn: t.Node): boolean {
  return countedTargets(scan).some((target) => {
    if (target.start! < fn.start! || target.end! > fn.end!) return false;
    const [declaration] = scan.scopes.referenceOf(target)?.binding?.declarations ?? [];
    return declaration === undefined || declaration.start! < fn.start! || declaration.end! > fn.end!;
  });
}

const countedTargets = perScan((scan): readonly t.Node[] => [
  ...nodesOf(scan, 'UpdateExpression').map(({ argument }) => argument),
  ...nodesOf(scan, 'AssignmentExpression').flatMap(({ operator, left }) =>
    idempotent.has(operator) ? [] : [left],
  ),
]);

/** Done again, these leave what is there. */
const idempotent: ReadonlySet<string> = new Set(['=', '&&=', '||=', '??=']);

function isEffect(event: LoadEvent): boolean {
  return event.kind === 'effect' || event.kind === 'require';
}

/** `() => require('./x')`, `{ return require('./x'); }`: the same for each read. */
function isLazyRequire(getter: t.Node | null): boolean {
  const value = getter && returnedBy(getter);
  return (
    value?.type === 'CallExpression' && value.callee.type === 'Identifier' && value.callee.name === 'require'
  );
}

/** `const ANY = Symbol(); … get ANY() { return ANY; }`: a name to which nothing else is assigned. */
function givesConstant({ scopes }: ScanContext, getter: t.Node | null): boolean {
  const value = getter && returnedBy(getter);
  const reference = value?.type === 'Identifier' ? scopes.referenceOf(value) : undefined;
  const binding = reference?.dynamic === false ? reference.binding : null;
  return binding != null && binding.writes.length <= (initialWrites.get(binding.kind) ?? -1);
}

/** How often a name is written to that keeps its value: the declaration of a function or class is no write of its own. */
const initialWrites: ReadonlyMap<string, number> = new Map([
  ['class', 0],
  ['const', 1],
  ['function', 0],
]);

/** A member of a required value, as compilers re-export it: `function () { return a_1.x; }`, `{ return a_1[key]; }`. */
function givenBy({ values }: Summaries, getter: t.Node): OriginFact | null {
  const value = returnedBy(getter);
  if (value?.type !== 'MemberExpression') return null;
  if (staticKey(value) === null) return anyMember(originOf(values.of(value.object)));
  const origin = originOf(values.of(value));
  return origin.kind === 'required' && origin.path.length === 1 ? origin : null;
}

function anyMember(origin: OriginFact): OriginFact | null {
  return origin.kind === 'required' && origin.path.length === 0 ? { ...origin, path: [ANY_KEY] } : null;
}

/** What a function gives that does nothing else. */
function returnedBy(getter: t.Node): t.Node | null {
  if (!isFunction(getter)) return null;
  if (getter.body.type !== 'BlockStatement') return getter.body;
  const [only, ...more] = getter.body.body;
  return only?.type === 'ReturnStatement' && more.length === 0 ? (only.argument ?? null) : null;
}
