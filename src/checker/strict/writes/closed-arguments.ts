import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import type { ScanContext } from '../../context.ts';
import type { ClosedArgument, PassedParameter, SloppyFacts } from '../../facts.ts';
import { nodesOf, rangeOf } from '../../nodes.ts';
import { optionsOf } from '../../timeline/value.ts';
import type { Values } from '../../timeline/values.ts';
import { isRequire, isRequiredName, rootOf } from '../required-names.ts';
import type { Call } from '../this/call-kinds.ts';
import { functionAt } from '../this/callbacks.ts';
import { handedTo, RECEIVER } from '../this/outward-keys.ts';
import { handedOver } from '../this/plain-callbacks.ts';
import { closedKeysOf } from './closed-values.ts';
import { listed, none } from './fixed-keys.ts';
import { placesBehind } from './parameters-behind.ts';
import { namedPlaces } from './written-parameters.ts';

type Found = Pick<SloppyFacts, 'closedArguments' | 'passedParameters'>;

/**
 * What calls hand over that has keys which reject writes: functions, classes and frozen objects of the file, and what it
 * requires, of which linking knows; and what functions hand on of that which they get, to be filled with something else.
 */
export function closedArguments(scan: ScanContext, values: Values): Found {
  const closed = new Map<string, ClosedArgument>();
  const passed = new Map<string, PassedParameter>();
  for (const call of callsWithArguments(scan)) {
    const { arguments: given } = call;
    for (const argument of given) {
      const isFilled = argument !== given.at(-1);
      const own = isFilled || given.length === 1 ? closedBy(scan, argument) : null;
      const from = isFilled && own === null ? requiredBy(scan, argument, values) : null;
      const places = isFilled && own === null && from === null ? placesBehind(scan, argument) : [];
      if ((own === null && from === null && places.length === 0) || isCallback(scan, call, argument))
        continue;
      const to = receiverOf(call, argument, values);
      if (to === null) continue;
      for (const place of places.flatMap((each) => namedPlaces(scan, each)))
        addOnce(passed, { ...place, to });
      const copies = own === null || mayCopy(call, argument, own.closes);
      if (own !== null || from !== null)
        addOnce(closed, { ...to, ...(own ?? from!), copies }, { range: rangeOf(argument) });
    }
  }
  for (const { method, receiver, range } of methodsFromOutside(scan, values))
    addOnce(closed, { ...method, index: RECEIVER, ...receiver, copies: true }, { range });
  return { closedArguments: [...closed.values()], passedParameters: [...passed.values()] };
}

/** `Model.extend = require('./extend')` */
function* methodsFromOutside(scan: ScanContext, values: Values) {
  for (const { left, right } of nodesOf(scan, 'AssignmentExpression')) {
    if (left.type !== 'MemberExpression' || !comesFromOutside(scan, right)) continue;
    const receiver = closedBy(scan, left.object) ?? requiredBy(scan, left.object, values);
    const method = receiver === null ? null : functionAt(right, values);
    if (receiver !== null && method !== null) yield { method, receiver, range: rangeOf(left) };
  }
}

function isCallback(scan: ScanContext, call: Call, argument: t.Node): boolean {
  return handedOver(scan, call, argument) !== 'unknown';
}

function addOnce<Told extends object, Rest extends object>(
  found: Map<string, Told & Rest>,
  told: Told,
  rest: Rest = {} as Rest,
): void {
  const name = JSON.stringify(told);
  if (!found.has(name)) found.set(name, { ...told, ...rest });
}

function callsWithArguments(scan: ScanContext): readonly Call[] {
  return [
    ...nodesOf(scan, 'CallExpression'),
    ...nodesOf(scan, 'OptionalCallExpression'),
    ...nodesOf(scan, 'NewExpression'),
  ];
}

function receiverOf(call: Call, argument: t.Node, values: Values): PassedParameter['to'] | null {
  const { callee, index } = handedTo(call, (call.arguments as readonly t.Node[]).indexOf(argument));
  const receiver = functionAt(callee, values);
  return receiver === null ? null : { ...receiver, index };
}

type Given = Pick<ClosedArgument, 'closes' | 'from'>;

function closedBy(scan: ScanContext, expression: t.Node): Given | null {
  const keys = closedKeysOf(scan, expression);
  return keys === none ? null : { closes: listed(keys) };
}

function requiredBy(scan: ScanContext, expression: t.Node, values: Values): Given | null {
  if (!comesFromOutside(scan, expression)) return null;
  const from = optionsOf(values.of(expression)).find((value) => value.kind === 'required' && !value.result);
  if (from?.kind !== 'required') return null;
  return { closes: [], from: { require: from.require, path: from.path } };
}

/** `require('./m').a`, or a variable with what was required */
function comesFromOutside(scan: ScanContext, expression: t.Node): boolean {
  const root = rootOf(unwrap(expression));
  return isRequire(root, scan) || isRequiredName(scan, root);
}

/** Whether a function that copies keys from one argument to another may come to those that are closed. */
function mayCopy({ arguments: given }: Call, argument: t.Node, closes: ClosedArgument['closes']): boolean {
  if (closes === 'all' || given.length === 1) return true;
  return given.some((other) => other !== argument && !isLiteralWithout(other, closes));
}

function isLiteralWithout(node: t.Node, keys: readonly string[]): boolean {
  if (node.type !== 'ObjectExpression') return false;
  return node.properties.every((property) => {
    const key = property.type === 'SpreadElement' ? null : staticKey(property);
    return key !== null && !keys.includes(key);
  });
}
