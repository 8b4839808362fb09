import type * as t from '@babel/types';
import { isFunction } from '../../syntax/tree.ts';
import type { GetterFact } from '../facts.ts';
import type { LoadEvent } from './event.ts';
import type { Summaries } from './summaries.ts';
import type { Occasion } from './unseen.ts';

/** What reading runs of the file's functions without a call: its getters by key, and whatever converts or iterates. */
export function getterFacts(summaries: Summaries): readonly GetterFact[] {
  const { unseen } = summaries;
  const getters = [...unseen.getters()].map(
    ([key, nodes]): GetterFact => ({
      key,
      isFixed: nodes.every(isLazyRequire),
      hasEffects: nodes.some((node) => mayBeNoticed(summaries, node)),
    }),
  );
  const looking = onLooking.flatMap((occasion) => unseen.on(occasion));
  if (!looking.some((node) => mayBeNoticed(summaries, node))) return getters;
  return [...getters, { key: null, isFixed: false, hasEffects: true }];
}

/** What a look at a whole value asks for. */
const onLooking: readonly Occasion[] = ['convert', 'iterate', 'instance'];

function mayBeNoticed(summaries: Summaries, node: t.Node): boolean {
  const value = summaries.values.of(node);
  const fn = isFunction(node) ? node : value.kind === 'function' ? value.node : null;
  return fn === null || isLazyRequire(fn) ? false : summaries.of(fn).some(isEffect);
}

function isEffect(event: LoadEvent): boolean {
  return event.kind === 'effect' || event.kind === 'require';
}

/** `() => require('./x')`, `{ return require('./x'); }`: the same for each read. */
function isLazyRequire(getter: t.Node): boolean {
  if (!isFunction(getter)) return false;
  const [only, ...more] = getter.body.type === 'BlockStatement' ? getter.body.body : [];
  const value =
    getter.body.type === 'BlockStatement' ? only?.type === 'ReturnStatement' && only.argument : getter.body;
  if (!value || more.length > 0 || value.type !== 'CallExpression') return false;
  return value.callee.type === 'Identifier' && value.callee.name === 'require';
}
