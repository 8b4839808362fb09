import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import { parentOf } from '../../../syntax/tree.ts';
import type { ScanContext } from '../../context.ts';
import { ANY_KEY } from '../../facts/keys.ts';
import type { PassedParameter, WrittenParameter } from '../../facts.ts';
import { isFreeName } from '../../free-names.ts';
import { rangeOf } from '../../nodes.ts';
import { calledNames } from '../function-names.ts';
import { valuesOf } from '../own-functions.ts';
import { type Place, placesBehind } from './parameters-behind.ts';

/** Writes to what functions of the file get for a parameter, by the names that others may know these functions by. */
export function writtenParameters(
  scan: ScanContext,
  targets: readonly t.MemberExpression[],
): readonly WrittenParameter[] {
  return targets.flatMap((target) => {
    const member = staticKey(target) ?? (isSymbol(scan, target.property) ? SYMBOL : ANY_KEY);
    const range = rangeOf(target);
    // Other keys of receivers are judged by who makes these.
    if (target.object.type === 'ThisExpression' && member !== ANY_KEY) return [];
    return placesBehind(scan, target.object)
      .flatMap((place) => namedPlaces(scan, place))
      .map((place) => ({ ...place, member, range }));
  });
}

/** No key that functions or accessors of the file go by. */
const SYMBOL = 'Symbol()';

/** A variable with `Symbol('name')` */
function isSymbol(scan: ScanContext, key: t.Node): boolean {
  const binding = key.type === 'Identifier' ? scan.scopes.referenceOf(key)?.binding : null;
  const [value] = binding ? valuesOf(binding) : [];
  return value?.type === 'CallExpression' && isFreeName(value.callee, 'Symbol', scan.scopes);
}

/** A parameter by the names of its function. Null: that is the whole of the exports; `*`: a function gives it. */
export function namedPlaces(
  scan: ScanContext,
  { owner, index, isRest }: Omit<Place, 'owner'> & { readonly owner: t.Function | t.Class },
): readonly Omit<PassedParameter, 'to'>[] {
  const { names, isExports } = calledNames(scan, owner);
  const keys = [...names, ...(isExports ? [null] : []), ...(isReturned(owner) ? [ANY_KEY] : [])];
  return keys.map((key) => ({ key, index, ...(isRest ? { isRest } : {}) }));
}

function isReturned(owner: t.Node): boolean {
  const parent = parentOf(owner)!;
  return parent.type === 'ReturnStatement' || parent.type === 'ArrowFunctionExpression';
}
