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
import { optionsOf, own, unknown, type Value } from './value.ts';
import { isReturnThis } from './values.ts';

type Call = t.CallExpression | t.OptionalCallExpression | t.NewExpression;
type Member = t.MemberExpression | t.OptionalMemberExpression;

/** A call whose callee and arguments are evaluated already. */
interface Performed {
  readonly node: t.Node;
  readonly given: readonly Value[];
  readonly receiver: Value;
}

/** What a call does beyond evaluating its parts. */
export function performCall(summaries: Summaries, node: Call): readonly LoadEvent[] {
  const { values } = summaries;
  const require = values.requireOf(node);
  if (require !== null) return [{ kind: 'require', require, node }];
  if (node.callee.type === 'Super') return callOf(unknown, node);
  if (node.callee.type === 'Import') return [effect('other', node)];
  if (isReturnThis(node.callee)) return [];
  const given = node.arguments.map((argument) => values.of(argument));
  if (isMember(node.callee)) return performMethod(summaries, node.callee, { node, given, receiver: own });
  return perform(summaries, values.of(node.callee), { node, given, receiver: own });
}

function isMember(node: t.Node): node is Member {
  return node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression';
}

function performMethod(
  summaries: Summaries,
  member: Member,
  { node, given }: Performed,
): readonly LoadEvent[] {
  const key = staticKey(member);
  return optionsOf(summaries.values.of(member.object)).flatMap((receiver) => {
    if (node.type !== 'NewExpression' && (key === 'call' || key === 'apply') && isCallable(receiver)) {
      const [self = own, ...rest] = given;
      return perform(summaries, receiver, { node, given: key === 'call' ? rest : [], receiver: self });
    }
    const callee = summaries.values.member(receiver, key);
    const isBuiltin = key !== null && builtinMethods.has(key);
    if (isBuiltin && isOwn(receiver) && optionsOf(callee).some(({ kind }) => kind === 'own')) {
      const others = optionsOf(callee).filter(({ kind }) => kind === 'function');
      const called = others.flatMap((other) => perform(summaries, other, { node, given, receiver }));
      return [...called, ...callbacksOf(summaries, given, receiver)];
    }
    if (isBuiltin && isReadFromProcess(receiver, key)) return callbacksOf(summaries, given, own);
    return perform(summaries, callee, { node, given, receiver });
  });
}

function isOwn(value: Value): boolean {
  return value.kind === 'own' || value.kind === 'function';
}

function isCallable(value: Value): boolean {
  return value.kind !== 'own' && value.kind !== 'unknown';
}

/** `process.argv.slice(2)`, `process.version.split('.')` */
function isReadFromProcess(receiver: Value, key: string): boolean {
  if (receiver.kind !== 'global' || mutatingMethods.has(key)) return false;
  return /^process\.(?:argv|env|version|platform|arch|execArgv)\b/.test(receiver.name);
}

function perform(summaries: Summaries, callee: Value, performed: Performed): readonly LoadEvent[] {
  switch (callee.kind) {
    case 'either':
      return callee.options.flatMap((option) =>
        option.kind === 'own' ? [] : perform(summaries, option, performed),
      );
    case 'function':
      return performOwn(summaries, callee.node, performed);
    case 'global':
      return performGlobal(summaries, callee.name, performed);
    case 'required':
      return performRequired(summaries, callee, performed);
    case 'parameter':
      return [{ kind: 'call', callee, ...performed }];
    default:
      return callOf(unknown, performed.node);
  }
}

/** What the body of the function does, with its parameters replaced by what this call hands over. */
function performOwn(
  summaries: Summaries,
  target: t.Function | t.Class,
  performed: Performed,
): readonly LoadEvent[] {
  if (isFunction(target) && target.generator) return [];
  const owner = isFunction(target) ? target : (constructorOf(target) ?? target);
  const events = summaries.follow(
    () => summaries.of(target).flatMap((event) => handOver(summaries, event, owner, performed)),
    effect('call', performed.node),
  );
  const all = [...baseOf(summaries, target, performed), ...events];
  return isCalledInPlace(performed.node, target) ? all : all.map((event) => placedAt(event, performed.node));
}

function handOver(
  summaries: Summaries,
  event: LoadEvent,
  owner: t.Node,
  { given, receiver }: Performed,
): readonly LoadEvent[] {
  const replace = (value: Value): Value => summaries.values.substitute(value, owner, given, receiver);
  if (event.kind === 'write') return writeTo(replace(event.to), event.key, event.node);
  if (event.kind !== 'call') return [event];
  const callee = replace(event.callee);
  if (callee === event.callee)
    return [{ ...event, given: event.given.map(replace), receiver: replace(event.receiver) }];
  return perform(summaries, callee, {
    node: event.node,
    given: event.given.map(replace),
    receiver: replace(event.receiver),
  });
}

function isCalledInPlace(node: t.Node, target: t.Node): boolean {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false;
  return node.callee === target || (isMember(node.callee) && node.callee.object === target);
}

/** What a called function does happens where it is called. */
function placedAt(event: LoadEvent, call: t.Node): LoadEvent {
  return event.kind === 'effect'
    ? { kind: 'effect', effect: { ...event.effect, range: rangeOf(call) } }
    : event;
}

function constructorOf(node: t.Class): t.ClassMethod | null {
  const found = node.body.body.find(
    (element) => element.type === 'ClassMethod' && element.kind === 'constructor',
  );
  return (found as t.ClassMethod | undefined) ?? null;
}

/** Constructing a derived class constructs its base. */
function baseOf(
  summaries: Summaries,
  node: t.Function | t.Class,
  performed: Performed,
): readonly LoadEvent[] {
  if (isFunction(node) || !node.superClass) return [];
  return perform(summaries, summaries.values.of(node.superClass), { ...performed, given: [], receiver: own });
}

function performGlobal(summaries: Summaries, name: string, performed: Performed): readonly LoadEvent[] {
  const { node, given, receiver } = performed;
  if (node.type === 'NewExpression') {
    return pureConstructors.has(name)
      ? callbacksOf(summaries, given, own)
      : callOf({ kind: 'global', name }, node);
  }
  if (writersOfFirst.has(name)) return given[0] ? writeTo(given[0], keyWritten(node), node) : [];
  if (pureFunctions.has(name)) return callbacksOf(summaries, given, own);
  const borrowed = /^(?:Array|Object|String|Function|RegExp)\.prototype\.(\w+)$/.exec(name)?.[1];
  if (borrowed === undefined || !builtinMethods.has(borrowed)) return callOf({ kind: 'global', name }, node);
  const writes = mutatingMethods.has(borrowed) ? writeTo(receiver, null, node) : [];
  return [...writes, ...callbacksOf(summaries, given, receiver)];
}

/** `Object.defineProperty(x, 'key', …)` */
function keyWritten(node: t.Node): string | null {
  const key = node.type === 'CallExpression' ? node.arguments[1] : null;
  return key?.type === 'StringLiteral' ? key.value : null;
}

function performRequired(
  { values }: Summaries,
  callee: Extract<Value, { kind: 'required' }>,
  { node, given }: Performed,
): readonly LoadEvent[] {
  const specifier = values.specifierOf(callee.require);
  if (callee.result) return callOf(callee, node);
  if (isInherits(specifier, callee.path)) return given[0] ? writeTo(given[0], null, node) : [];
  return isPureModuleCall(specifier, callee.path) ? [] : callOf(callee, node);
}

/** Functions of the file that a builtin calls back, with elements of the receiver. */
function callbacksOf(summaries: Summaries, given: readonly Value[], receiver: Value): readonly LoadEvent[] {
  const element = receiver.kind === 'own' ? (receiver.holds ?? own) : unknown;
  return given.flatMap(optionsOf).flatMap((value) => {
    if (value.kind !== 'function') return [];
    const performed = { node: value.node, given: [element, element, element], receiver: own };
    return performOwn(summaries, value.node, performed);
  });
}
