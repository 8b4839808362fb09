import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import type { ScanContext } from '../../context.ts';
import { ANY_KEY } from '../../facts/keys.ts';
import type { ClosedArgument, PassedParameter, SloppyFacts } from '../../facts.ts';
import { nodesOf, rangeOf } from '../../nodes.ts';
import { optionsOf } from '../../timeline/value.ts';
import type { Values } from '../../timeline/values.ts';
import { valuesOf } from '../own-functions.ts';
import { isRequire, isRequiredName, rootOf } from '../required-names.ts';
import type { Call } from '../this/call-kinds.ts';
import { functionAt } from '../this/callbacks.ts';
import { handedTo, RECEIVER } from '../this/outward-keys.ts';
import { handedOver } from '../this/plain-callbacks.ts';
import { closedKeysOf } from './closed-values.ts';
import { listed, none } from './fixed-keys.ts';
import { keysOfInstances } from './instance-keys.ts';
import { listOfArguments, type Place, placesBehind } from './parameters-behind.ts';
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
  for (const { made, base } of derivedClasses(scan, values)) {
    const closes = listed(keysOfInstances(scan, made, null));
    const to = { ...base, index: RECEIVER };
    if (closes.length > 0) addOnce(closed, { ...to, closes, copies: true }, { range: rangeOf(made) });
    for (const place of namedPlaces(scan, { owner: made, index: RECEIVER }))
      addOnce(passed, { ...place, to });
  }
  for (const { list, to } of argumentsPassed(scan, values))
    for (const place of namedPlaces(scan, list)) addOnce(passed, { ...place, to });
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

/** `f.apply(this, arguments)`, `f(...args)` */
function* argumentsPassed(
  scan: ScanContext,
  values: Values,
): Generator<{ list: Place; to: PassedParameter['to'] }> {
  for (const call of callsWithArguments(scan)) {
    const last = call.arguments.at(-1);
    const isApplied = call.callee.type === 'MemberExpression' && staticKey(call.callee) === 'apply';
    const list = last?.type === 'SpreadElement' ? last.argument : isApplied ? last : undefined;
    const passed = list ? listOfArguments(scan, list) : null;
    const to = passed === null ? null : receiverOf(call, last!, values);
    if (passed !== null && to !== null) yield { list: passed, to: { ...to, isRest: true } };
  }
}

/** `class Sub extends require('./base') {}`: what that constructs may be the receiver of what constructs the other. */
function* derivedClasses(scan: ScanContext, values: Values) {
  for (const made of [...nodesOf(scan, 'ClassDeclaration'), ...nodesOf(scan, 'ClassExpression')]) {
    const isOutside = made.superClass && comesFromOutside(scan, made.superClass);
    const base = isOutside ? functionAt(made.superClass!, values) : null;
    if (base !== null) yield { made, base };
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
  return [...nodesOf(scan, 'CallExpression'), ...nodesOf(scan, 'NewExpression')];
}

function receiverOf(call: Call, argument: t.Node, values: Values): PassedParameter['to'] | null {
  const { callee, index } = handedTo(call, (call.arguments as readonly t.Node[]).indexOf(argument));
  const receiver = functionAt(callee, values) ?? (callee.type === 'CallExpression' ? anyReturned : null);
  return receiver === null ? null : { ...receiver, index };
}

/** `mixWith(source)(target)` */
const anyReturned = { key: ANY_KEY, require: null };

type Given = Pick<ClosedArgument, 'closes' | 'from'>;

function closedBy(scan: ScanContext, expression: t.Node): Given | null {
  const keys = closedKeysOf(scan, expression);
  return keys === none ? null : { closes: listed(keys) };
}

function requiredBy(scan: ScanContext, expression: t.Node, values: Values): Given | null {
  if (!comesFromOutside(scan, expression)) return null;
  const from = optionsOf(values.of(expression)).find(({ kind }) => kind === 'required');
  if (from?.kind !== 'required') return null;
  const { require, path, result } = from;
  return { closes: [], from: { require, path, ...(result ? { result } : {}) } };
}

/** `require('./m').a`, or a variable with what was required, or with what calling that gave */
function comesFromOutside(scan: ScanContext, expression: t.Node): boolean {
  const root = rootOf(unwrap(expression));
  if (isLoaded(scan, root)) return true;
  const binding = root.type === 'Identifier' ? scan.scopes.referenceOf(root)?.binding : null;
  const [made] = binding ? valuesOf(binding) : [];
  return made?.type === 'CallExpression' && isLoaded(scan, rootOf(made.callee));
}

function isLoaded(scan: ScanContext, root: t.Node): boolean {
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
