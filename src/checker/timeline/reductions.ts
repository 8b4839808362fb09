import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import { isMember } from './call-forms.ts';
import { either, isForeign, optionsOf, type Value } from './value.ts';

interface Expressions {
  of(node: t.Node): Value;
  returnedBy(node: t.Function): readonly t.Node[];
}

/**
 * What `list.reduce(fold, start)` hands to `fold` as its first argument: with a start that is no element of the list, unless
 * `fold` gives one (ECMA-262 §23.1.3.24).
 *
 * ```js
 * names.reduce((known, name) => { known[name] = true; return known; }, {});
 * ```
 *
 * @returns null where it may be anything else than the start, or what `fold` makes
 */
export function accumulated(
  values: Expressions,
  call: t.Node,
  [fold, start]: readonly Value[],
): Value | null {
  if (!isReduction(call) || fold?.kind !== 'function' || start === undefined) return null;
  const { node } = fold;
  if (!isFunction(node) || node.async || node.generator) return null;
  const given = values.returnedBy(node).flatMap((returned) => optionsOf(values.of(returned)));
  const others = given.filter((value) => !isFirstOf(node, value));
  return others.every(({ kind }) => kind === 'own') && !others.some(isForeign)
    ? either([start, ...others])
    : null;
}

/** Not by way of `call` or `apply`, which has its arguments elsewhere. */
function isReduction(call: t.Node): boolean {
  if (call.type !== 'CallExpression' || !isMember(call.callee) || call.arguments.length !== 2) return false;
  return reducing.has(staticKey(call.callee) ?? '') && call.arguments.every(isPlain);
}

const reducing: ReadonlySet<string> = new Set(['reduce', 'reduceRight']);

function isPlain({ type }: t.Node): boolean {
  return type !== 'SpreadElement';
}

function isFirstOf(fold: t.Function, value: Value): boolean {
  return value.kind === 'parameter' && value.owner === fold && value.index === 0 && value.path.length === 0;
}
