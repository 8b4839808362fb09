import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/tree.ts';
import { rangeOf } from '../nodes.ts';
import type { LoadEvent } from './event.ts';
import { callOf, effect, writeTo } from './judge.ts';
import {
  builtinMethods,
  mutatingMethods,
  pureConstructors,
  pureFunctions,
  writersOfFirst,
} from './known-globals.ts';
import { isInherits, isPureModuleCall } from './known-modules.ts';
import type { Summaries } from './summaries.ts';
import { own, unknown, type Value } from './value.ts';

type Call = t.CallExpression | t.OptionalCallExpression | t.NewExpression;

/** A call whose callee and arguments are evaluated already. */
interface Performed {
  readonly node: Call;
  readonly callee: Value;
  readonly given: readonly t.Node[];
  readonly receiver: Value;
}

/** What a call does beyond evaluating its parts. */
export function performCall(summaries: Summaries, node: Call): readonly LoadEvent[] {
  const { values } = summaries;
  const require = values.requireOf(node);
  if (require !== null) return [{ kind: 'require', require, node }];
  if (node.callee.type === 'Super') return callOf(unknown, node);
  if (node.callee.type === 'Import') return [effect('other', node)];
  if (isMember(node.callee)) return performMethod(summaries, node, node.callee);
  const callee = values.of(node.callee);
  return perform(summaries, { node, callee, given: node.arguments, receiver: own });
}

function isMember(node: t.Node): node is t.MemberExpression | t.OptionalMemberExpression {
  return node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression';
}

function performMethod(
  summaries: Summaries,
  node: Call,
  member: t.MemberExpression | t.OptionalMemberExpression,
): readonly LoadEvent[] {
  const { values } = summaries;
  const receiver = values.of(member.object);
  const key = staticKey(member);
  if (node.type !== 'NewExpression' && (key === 'call' || key === 'apply') && isCallable(receiver)) {
    const [first, ...rest] = node.arguments;
    const given = key === 'call' ? rest : [];
    return perform(summaries, { node, callee: receiver, given, receiver: first ? values.of(first) : own });
  }
  const callee = values.of(member);
  const isOwn = receiver.kind === 'own' || receiver.kind === 'function';
  if (callee.kind === 'own' && isOwn && key !== null && builtinMethods.has(key)) {
    return callbacksOf(summaries, node, receiver);
  }
  if (callee.kind === 'global' && key !== null && isReadingMethod(receiver, key)) {
    return callbacksOf(summaries, node, unknown);
  }
  return perform(summaries, { node, callee, given: node.arguments, receiver });
}

function isCallable(value: Value): boolean {
  return value.kind !== 'own' && value.kind !== 'unknown';
}

/** `process.argv.slice(2)`, `process.version.split('.')` */
function isReadingMethod(receiver: Value, key: string): boolean {
  if (
    receiver.kind !== 'global' ||
    !/^process\.(?:argv|env|version|platform|arch|execArgv)\b/.test(receiver.name)
  ) {
    return false;
  }
  return builtinMethods.has(key) && !mutatingMethods.has(key);
}

function perform(summaries: Summaries, performed: Performed): readonly LoadEvent[] {
  const { callee, node } = performed;
  switch (callee.kind) {
    case 'function':
      return callee.nodes.flatMap((target) => performOwn(summaries, performed, target));
    case 'global':
      return performGlobal(summaries, performed, callee.name);
    case 'required':
      return performRequired(summaries, performed, callee);
    default:
      return callOf(callee.kind === 'own' ? unknown : callee, node);
  }
}

/** What the body of the function does, with its parameters replaced by what this call hands over. */
function performOwn(
  summaries: Summaries,
  { node, given, receiver }: Performed,
  target: t.Function | t.Class,
): readonly LoadEvent[] {
  if (isFunction(target) && target.generator) return [];
  const owner = isFunction(target) ? target : (constructorOf(target) ?? target);
  const base = isFunction(target) ? [] : baseOf(summaries, target, node);
  const events = summaries.of(target).flatMap((event) => {
    if (event.kind !== 'use') return [event];
    const value = summaries.values.substitute(event.of, owner, given, receiver);
    return event.use === 'write' ? writeTo(value, event.node) : performValue(summaries, value, event.node);
  });
  const isInPlace = node.callee === target || (isMember(node.callee) && node.callee.object === target);
  return [...base, ...(isInPlace ? events : events.map((event) => placedAt(event, node)))];
}

/** What a called function does happens where it is called. */
function placedAt(event: LoadEvent, call: t.Node): LoadEvent {
  return event.kind === 'effect'
    ? { kind: 'effect', effect: { ...event.effect, range: rangeOf(call) } }
    : event;
}

/** A call, somewhere in a called function, of what this call handed over. */
function performValue(summaries: Summaries, callee: Value, node: t.Node): readonly LoadEvent[] {
  if (callee.kind !== 'function') return callOf(callee.kind === 'own' ? unknown : callee, node);
  return callee.nodes
    .flatMap((target) => summaries.of(target))
    .map((event) => (event.kind === 'use' ? effect('call', node) : event));
}

function constructorOf(node: t.Class): t.ClassMethod | null {
  const found = node.body.body.find(
    (element) => element.type === 'ClassMethod' && element.kind === 'constructor',
  );
  return (found as t.ClassMethod | undefined) ?? null;
}

/** Constructing a derived class constructs its base. */
function baseOf(summaries: Summaries, node: t.Class, call: Call): readonly LoadEvent[] {
  if (!node.superClass) return [];
  const callee = summaries.values.of(node.superClass);
  return perform(summaries, { node: call, callee, given: [], receiver: own });
}

function performGlobal(summaries: Summaries, performed: Performed, name: string): readonly LoadEvent[] {
  const { node, given, receiver } = performed;
  const { values } = summaries;
  const [first] = given;
  if (node.type === 'NewExpression') {
    return pureConstructors.has(name) ? callbacksOf(summaries, node, own) : callOf(performed.callee, node);
  }
  if (writersOfFirst.has(name)) return first ? writeTo(values.of(first), node) : [];
  if (pureFunctions.has(name)) return callbacksOf(summaries, node, own);
  const borrowed = /^(?:Array|Object|String|Function)\.prototype\.(\w+)$/.exec(name)?.[1];
  if (borrowed !== undefined && builtinMethods.has(borrowed)) {
    return [
      ...(mutatingMethods.has(borrowed) ? writeTo(receiver, node) : []),
      ...callbacksOf(summaries, node, receiver),
    ];
  }
  return callOf(performed.callee, node);
}

function performRequired(
  summaries: Summaries,
  { node, given, callee }: Performed,
  { require, path, result }: Extract<Value, { kind: 'required' }>,
): readonly LoadEvent[] {
  const specifier = summaries.values.specifierOf(require);
  if (result) return callOf(callee, node);
  if (isInherits(specifier, path)) return given[0] ? writeTo(summaries.values.of(given[0]), node) : [];
  return isPureModuleCall(specifier, path) ? [] : callOf(callee, node);
}

/** Functions of the file that a builtin calls back, with elements of the receiver. */
function callbacksOf(summaries: Summaries, node: Call, receiver: Value): readonly LoadEvent[] {
  const element = receiver.kind === 'own' ? (receiver.holds ?? own) : unknown;
  return node.arguments.flatMap((argument) => {
    const value = summaries.values.of(argument);
    if (value.kind === 'parameter') return [];
    if (value.kind !== 'function') return [];
    return value.nodes.flatMap((target) => calledBack(summaries, target, element));
  });
}

function calledBack(
  summaries: Summaries,
  target: t.Function | t.Class,
  element: Value,
): readonly LoadEvent[] {
  return summaries.of(target).flatMap((event) => {
    if (event.kind !== 'use' || event.of.owner !== target) return [event];
    const value = event.of.path.reduce<Value>((at, key) => summaries.values.member(at, key), element);
    return event.use === 'write' ? writeTo(value, event.node) : performValue(summaries, value, event.node);
  });
}
