import type * as t from '@babel/types';
import { wordsOf } from '../../../lists.ts';
import { alternativesOf } from '../../../syntax/alternatives.ts';
import { staticKey } from '../../../syntax/keys.ts';
import { isFunction } from '../../../syntax/kinds.ts';
import type { Binding } from '../../../syntax/scope.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import type { ScanContext } from '../../context.ts';
import { ownerOfThis } from '../../owner.ts';
import { perScan } from '../../per-scan.ts';
import { valueGiven } from '../../writes.ts';
import { valuesOf } from '../own-functions.ts';
import { RECEIVER } from '../this/outward-keys.ts';
import { type ParameterPlace, placeOfParameter } from '../this/parameter-places.ts';
import { startGiven } from './visited-lists.ts';

/** Which parameters of functions an expression may have the value of. */

export interface Place extends ParameterPlace {
  /** It is any after that one, too. */
  readonly isRest?: true;
}

/** The parameters that an expression may have the value of: `target`, `arguments[0] || {}`, or a variable with that. */
export function placesBehind(scan: ScanContext, expression: t.Node): readonly Place[] {
  const node = unwrap(expression);
  const binding = node.type === 'Identifier' ? scan.scopes.referenceOf(node)?.binding : null;
  if (!binding) return behind(scan, node, new Set());
  const known = placesByBinding(scan).get(binding);
  if (known !== undefined) return known;
  const places = behindVariable(scan, binding, new Set());
  placesByBinding(scan).set(binding, places);
  return places;
}

const placesByBinding = perScan(() => new Map<Binding, readonly Place[]>());

function behind(scan: ScanContext, value: t.Node, seen: Set<Binding>): readonly Place[] {
  const node = unwrap(value);
  switch (node.type) {
    case 'Identifier': {
      const binding = scan.scopes.referenceOf(node)?.binding;
      return binding ? behindVariable(scan, binding, seen) : [];
    }
    case 'ThisExpression':
      return placed(placeOfReceiver(ownerOfThis(node)));
    case 'MemberExpression':
      return placed(elementOf(scan, node));
    case 'CallExpression':
      return placed(takenFrom(scan, node));
    default:
      return (alternativesOf(node) ?? []).flatMap((each) => behind(scan, each, seen));
  }
}

function behindVariable(scan: ScanContext, binding: Binding, seen: Set<Binding>): readonly Place[] {
  if (seen.has(binding)) return [];
  seen.add(binding);
  const start = binding.kind === 'parameter' ? startGiven(binding) : null;
  if (start !== null) return behind(scan, start, seen);
  const own = binding.kind === 'parameter' ? placed(placeOfParameter(binding)) : [];
  if (binding.writes.length === 0) return own;
  const given = binding.writes.flatMap(({ node }) => {
    const value = valueGiven(node);
    return value === null ? placed(elementTaken(scan, node)) : behind(scan, value, seen);
  });
  return [...own, ...given];
}

function placeOfReceiver(owner: t.Node): Place | null {
  return isFunction(owner) ? { owner, index: RECEIVER } : null;
}

function placed(place: Place | null): readonly Place[] {
  return place === null ? [] : [place];
}

/** `arguments[0]`; with a computed key it may be any. */
function elementOf(scan: ScanContext, { object, property, computed }: t.MemberExpression): Place | null {
  const list = computed ? listOfArguments(scan, object) : null;
  if (list === null || property.type !== 'NumericLiteral') return list;
  return { owner: list.owner, index: list.index + property.value };
}

/** `const [first, ...others] = args` */
function elementTaken(scan: ScanContext, name: t.Node): Place | null {
  const pattern = parentOf(name)!;
  const holder = pattern.type === 'ArrayPattern' ? parentOf(pattern) : null;
  const isWhole = holder?.type === 'VariableDeclarator' && holder.id === pattern;
  const list = isWhole && holder.init ? listOfArguments(scan, holder.init) : null;
  if (list === null) return null;
  const index = (pattern as t.ArrayPattern).elements.indexOf(name as t.Identifier);
  return { owner: list.owner, index: list.index + index };
}

/** `args.shift()` */
function takenFrom(scan: ScanContext, { callee }: t.CallExpression): Place | null {
  const isTaking = callee.type === 'MemberExpression' && taking.has(staticKey(callee) ?? '');
  return isTaking ? listOfArguments(scan, callee.object) : null;
}

const taking = wordsOf('at find pop shift');

/** The first of the arguments that a list has: `arguments`, `...args`, `slice.call(arguments, 1)`, or a variable with that. */
export function listOfArguments(
  scan: ScanContext,
  list: t.Node,
  seen: ReadonlySet<Binding> = new Set(),
): Place | null {
  const node = unwrap(list);
  if (node.type === 'CallExpression') return copyOfArguments(scan, node, seen);
  const binding = node.type === 'Identifier' ? scan.scopes.referenceOf(node)?.binding : null;
  if (!binding || seen.has(binding)) return null;
  if (binding.kind === 'arguments') return placeIn(ownerOfThis(node), 0);
  if (binding.kind === 'parameter') return restParameter(binding);
  const [value] = valuesOf(binding);
  return value === undefined ? null : listOfArguments(scan, value, new Set([...seen, binding]));
}

/** `slice.call(arguments, 1)`, `Array.from(arguments)` */
function copyOfArguments(
  scan: ScanContext,
  { callee, arguments: [list, start] }: t.CallExpression,
  seen: ReadonlySet<Binding>,
): Place | null {
  const key = callee.type === 'MemberExpression' ? staticKey(callee) : null;
  const place = list && (key === 'call' || key === 'from') ? listOfArguments(scan, list, seen) : null;
  if (place === null || start?.type !== 'NumericLiteral') return place;
  return { ...place, index: place.index + start.value };
}

function restParameter({ declarations: [name] }: Binding): Place | null {
  const rest = parentOf(name!);
  const owner = rest?.type === 'RestElement' ? parentOf(rest) : null;
  return owner !== null && isFunction(owner) ? placeIn(owner, owner.params.length - 1) : null;
}

function placeIn(owner: t.Node, index: number): Place | null {
  return isFunction(owner) ? { owner, index, isRest: true } : null;
}
