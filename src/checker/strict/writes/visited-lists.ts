import type * as t from '@babel/types';
import { wordsOf } from '../../../lists.ts';
import { isFunction } from '../../../syntax/kinds.ts';
import type { Binding } from '../../../syntax/scope.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import type { ScanContext } from '../../context.ts';
import { visiting } from '../../fixed-lists.ts';
import { listDeclaring } from '../../writes.ts';
import { functionOf, valuesOf } from '../own-functions.ts';
import { placeOfParameter } from '../this/parameter-places.ts';
import { methodOf } from '../this/plain-roots.ts';
import { valuesReturned } from './followed-keys.ts';

/** What variables get out of lists, as far as the file shows what is in these (ECMA-262 §23.1.3, §14.7.5). */

/** What `for (const element of list)` and `list.forEach((element) => …)` give a variable. */
export function elementsGiven(scan: ScanContext, binding: Binding): readonly t.Node[] {
  const list = binding.kind === 'parameter' ? listVisited(binding) : listOfLoop(binding);
  return list === null ? [] : elementsIn(scan, list, new Set());
}

/** `start` of `list.reduce((all, element) => …, start)` for `all`. */
export function startGiven(parameter: Binding): t.Node | null {
  const visit = visitBy(parameter);
  return visit?.index === 0 && reducing.has(visit.method) ? (visit.call.arguments[1] ?? null) : null;
}

const reducing = wordsOf('reduce reduceRight');

function listVisited(parameter: Binding): t.Node | null {
  const visit = visitBy(parameter);
  if (visit === null) return null;
  const isElement = visit.index === (reducing.has(visit.method) ? 1 : 0);
  const isVisiting = reducing.has(visit.method) || visiting.has(visit.method);
  return isElement && isVisiting ? visit.list : null;
}

interface Visit {
  readonly call: t.CallExpression;
  readonly list: t.Node;
  readonly method: string;
  /** Of the parameter. */
  readonly index: number;
}

function visitBy(parameter: Binding): Visit | null {
  const place = placeOfParameter(parameter);
  const call = place && parentOf(place.owner);
  if (call?.type !== 'CallExpression' || call.arguments[0] !== place!.owner) return null;
  const method = methodOf(call);
  return method === null
    ? null
    : { call, list: method.object, method: method.key ?? '', index: place!.index };
}

function listOfLoop({ writes }: Binding): t.Node | null {
  const declarator = writes[0] && parentOf(writes[0].node);
  return declarator?.type === 'VariableDeclarator' ? listDeclaring(declarator) : null;
}

function elementsIn(scan: ScanContext, list: t.Node, seen: Set<t.Node>): readonly t.Node[] {
  const node = unwrap(list);
  if (seen.has(node)) return [];
  seen.add(node);
  switch (node.type) {
    case 'ArrayExpression':
      return node.elements.flatMap((element) =>
        element === null || element.type === 'SpreadElement' ? [] : [element],
      );
    case 'CallExpression':
      return elementsMade(scan, node, seen);
    case 'Identifier': {
      const binding = scan.scopes.referenceOf(node)?.binding;
      return binding ? valuesOf(binding).flatMap((value) => elementsIn(scan, value, seen)) : [];
    }
    default:
      return [];
  }
}

/** `list.map((each) => …)`, `list.filter(…)` */
function elementsMade(scan: ScanContext, call: t.CallExpression, seen: Set<t.Node>): readonly t.Node[] {
  const method = methodOf(call);
  const [first] = call.arguments;
  if (method === null) return [];
  if (method.key === 'map') {
    const fn = first ? functionOf(scan, first) : null;
    return fn !== null && isFunction(fn) ? valuesReturned(scan, fn) : [];
  }
  return handingOn.has(method.key ?? '') ? elementsIn(scan, method.object, seen) : [];
}

/** Methods that give a list with the same elements. */
const handingOn = wordsOf('filter reverse slice sort');
