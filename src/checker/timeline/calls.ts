import type * as t from '@babel/types';
import { literalKey, staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import {
  callbackAt,
  isBinding,
  isCallable,
  isCalledInPlace,
  isGivenLiterals,
  isMember,
  isOwn,
  isReadFromProcess,
  keyWritten,
} from './call-forms.ts';
import type { LoadEvent } from './event.ts';
import { inShort, placedAt } from './events-of-call.ts';
import { elementsAsGiven, valuesIn } from './given.ts';
import { callOf, effect, readOf, writeTo } from './judge.ts';
import {
  builtinMethods,
  type CallbackTaken,
  callbackIndex,
  callbackTaken,
  languageGlobals,
  methodNamed,
  mutatingMethods,
  pureConstructors,
  pureFunctions,
  readersOfRest,
  stringMethods,
  takingReceiver,
  writersOfFirst,
} from './known-globals.ts';
import { builtinName, isInherits, isPureModuleCall, keyAskedByInterop } from './known-modules.ts';
import { type Look, looksOf, looksOfNode } from './looks.ts';
import { isCallbackOfNewList, takesListsOnly } from './new-lists.ts';
import { type Call, isReturnThis } from './origins.ts';
import { definingMethods } from './puts.ts';
import { readsOfBuiltin, readsOfElements, readsOfWrapped, stateRead } from './reads-of-builtins.ts';
import { accumulated } from './reductions.ts';
import { constructorOf } from './results.ts';
import type { Summaries } from './summaries.ts';
import type { Occasion } from './unseen.ts';
import { either, optionsOf, own, unknown, type Value } from './value.ts';

/** A call whose callee and arguments are evaluated already. */
interface Performed {
  readonly node: t.Node;
  /** The key, where a member of the receiver is called. */
  readonly method?: string | undefined;
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
  if (isReturnThis(node.callee) || summaries.unseen.isDefinition(node)) return [];
  const given = valuesIn(node.arguments, values);
  if (isMember(node.callee)) {
    const receiver = values.of(node.callee.object);
    return performMethod(summaries, receiver, staticKey(node.callee), { node, given, receiver });
  }
  return perform(summaries, values.of(node.callee), { node, given, receiver: own });
}

function performMethod(
  summaries: Summaries,
  receiver: Value,
  key: string | null,
  { node, given }: Performed,
): readonly LoadEvent[] {
  return optionsOf(receiver).flatMap((self) => {
    if (node.type !== 'NewExpression' && (key === 'call' || key === 'apply') && isCallable(self)) {
      const [first = own, ...rest] = given;
      const [list = own] = rest;
      const handed = key === 'call' ? rest : elementsAsGiven(summaries.values.contents.elementOf(list));
      return perform(summaries, self, { node, given: handed, receiver: first });
    }
    if (definingMethods.has(key ?? '') && !isMethodOfFile(summaries, key!)) {
      const [name] = 'arguments' in node ? node.arguments : [];
      return writeTo(self, name ? literalKey(name) : null, node);
    }
    const callee = summaries.values.member(self, key);
    if (key === null || !builtinMethods.has(key)) {
      return perform(summaries, callee, { node, method: key ?? undefined, given, receiver: self });
    }
    if (isOwn(self)) return performBuiltin(summaries, key, { node, given, receiver: self });
    if (isReadFromProcess(self, key) || (self.kind === 'unknown' && stringMethods.has(key)))
      return [...matchedBy(summaries, node), ...callbacksOf(summaries, key, { node, given, receiver: own })];
    return perform(summaries, callee, { node, method: key, given, receiver: self });
  });
}

/** What methods of strings call of the patterns that they are given. */
function matchedBy(summaries: Summaries, node: t.Node): readonly LoadEvent[] {
  if (isGivenPlain(summaries, node)) return [];
  return performUnseen(summaries, { occasion: 'match', key: null, receiver: unknown, place: node });
}

/** A method by a name that builtin objects have, on an object of the file, which may have one of its own. */
function performBuiltin(summaries: Summaries, key: string, performed: Performed): readonly LoadEvent[] {
  const others = optionsOf(summaries.values.contents.named(key)).filter(
    ({ kind }) => kind !== 'own' && kind !== 'unknown',
  );
  const called = others.flatMap((option) => perform(summaries, option, performed));
  return [
    ...called,
    ...unseenByBuiltin(summaries, performed),
    ...readsOfElements(summaries.values, key, performed),
    ...callbacksOf(summaries, key, performed),
  ];
}

function isMethodOfFile({ values }: Summaries, key: string): boolean {
  return optionsOf(values.contents.named(key)).some(({ kind }) => kind !== 'own');
}

function perform(summaries: Summaries, callee: Value, performed: Performed): readonly LoadEvent[] {
  switch (callee.kind) {
    case 'either':
      return callee.options.flatMap((option) =>
        option.kind === 'own' ? [] : perform(summaries, option, performed),
      );
    case 'function':
      return isGenerator(callee.node) ? [] : performOwn(summaries, callee.node, performed);
    case 'global':
      return performGlobal(summaries, callee.name, performed);
    case 'required':
      return performRequired(summaries, callee, performed);
    case 'parameter':
      return [{ kind: 'call', callee, method: undefined, ...performed }];
    default:
      return callOf(unknown, performed.node);
  }
}

/** Its body runs when somebody asks for what it yields. */
function isGenerator(node: t.Function | t.Class): boolean {
  return isFunction(node) && node.generator === true;
}

/** What the body of the function does, with its parameters replaced by what this call hands over. */
function performOwn(
  summaries: Summaries,
  target: t.Function | t.Class,
  performed: Performed,
): readonly LoadEvent[] {
  const { node } = performed;
  if (isFunction(target) && !target.async && summaries.isIdle(target))
    return summaries.follow(nothingDone, node);
  const owner = isFunction(target) ? target : (constructorOf(target) ?? target);
  return summaries.follow(() => {
    const base = baseOf(summaries, target, performed);
    const events = [...summaries.of(target), ...settling(summaries, target)].flatMap((event) =>
      handOver(summaries, event, owner, performed),
    );
    if (base.length + events.length === 0 || isCalledInPlace(node, target)) return [...base, ...events];
    return inShort(
      [...base, ...events].map((event) => placedAt(event, node)),
      node,
    );
  }, node);
}

function nothingDone(): readonly LoadEvent[] {
  return [];
}

function handOver(
  summaries: Summaries,
  event: LoadEvent,
  owner: t.Node,
  { given, receiver }: Performed,
): readonly LoadEvent[] {
  const replace = (value: Value): Value => summaries.values.substitute(value, owner, given, receiver);
  if (event.kind === 'write') return writeTo(replace(event.to), event.key, event.node);
  if (event.kind === 'read')
    return event.of.kind === 'parameter' ? readOf(replace(event.of), event.key, event.node) : [event];
  if (event.kind !== 'call') return [event];
  const performed = {
    node: event.node,
    method: event.method,
    given: event.given.map(replace),
    receiver: replace(event.receiver),
  };
  const callee = replace(event.callee);
  if (event.taken !== undefined) return performCallback(summaries, callee, event.taken, performed);
  if (callee.kind === 'parameter') return [{ ...event, ...performed, callee }];
  return event.method === undefined
    ? perform(summaries, callee, performed)
    : performMethod(summaries, performed.receiver, event.method, performed);
}

/** Something on whose occasion the language calls functions: those of the file, under a key or all of them. */
export interface Asked {
  readonly occasion: Occasion;
  readonly key: string | null;
  readonly receiver: Value;
  readonly place: t.Node;
}

/** What the functions do that the language then calls of itself. */
export function performUnseen(
  summaries: Summaries,
  { occasion, key, receiver, place }: Asked,
): readonly LoadEvent[] {
  const events: LoadEvent[] = [];
  const performed: Performed = { node: place, given: [unknown, unknown], receiver };
  let isCutShort = false;
  for (const node of summaries.unseen.at(place, occasion, key)) {
    if (node === null) events.push(effect('call', place));
    else
      for (const called of summaries.calledAs(node)) {
        if (called.kind !== 'function') events.push(...callOf(called, place));
        else if (!isCutShort) {
          // All that is not followed from here on is the same.
          isCutShort = !summaries.follows;
          for (const event of performOwn(summaries, called.node, performed)) events.push(event);
        }
      }
  }
  return events;
}

/**
 * What a builtin function does with the objects that it gets: it looks through them, and calls whatever it likes.
 *
 * @param name of a function of the language, null for a method
 */
function unseenByBuiltin(
  summaries: Summaries,
  { node, given, receiver }: Performed,
  name: string | null = null,
): readonly LoadEvent[] {
  const isPlain = receiver === own || receiver.kind === 'global' || isCallbackOfNewList(node, summaries);
  if (isPlain && isGivenPlain(summaries, node)) return [];
  return lookInto(summaries, looksOf(name, node, summaries.values), { node, given }, name);
}

function isGivenPlain({ unseen }: Summaries, node: t.Node): boolean {
  return isGivenLiterals(node) && !unseen.changesBuiltins;
}

function lookInto(
  summaries: Summaries,
  looks: readonly Look[],
  { node, given }: Pick<Performed, 'node' | 'given'>,
  name: string | null,
): readonly LoadEvent[] {
  const unseen = looks.flatMap((look) =>
    performUnseen(summaries, { ...look, receiver: unknown, place: node }),
  );
  return [...unseen, ...readsOfBuiltin(summaries.values, name, { node, given })];
}

/** What an `async` function returns is asked for its `then` at once (§27.2.1.3.2). */
function settling(summaries: Summaries, target: t.Function | t.Class): readonly LoadEvent[] {
  if (!isFunction(target) || !target.async) return [];
  return performUnseen(summaries, { occasion: 'get', key: 'then', receiver: unknown, place: target });
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
    if (name === 'Proxy') return performHandler(summaries, given[1] ?? unknown, node);
    if (!pureConstructors.has(name)) return callOf({ kind: 'global', name }, node);
    const unseen = takesListsOnly(name, node, summaries) ? [] : unseenByBuiltin(summaries, performed);
    return [...unseen, ...callbacksOf(summaries, name, { node, given, receiver: own })];
  }
  if (writersOfFirst.has(name)) {
    const reads = readersOfRest.has(name) ? unseenByBuiltin(summaries, performed) : keyGiven(summaries, node);
    return given[0] ? [...reads, ...writeTo(given[0], keyWritten(node), node)] : [];
  }
  if (pureFunctions.has(name))
    return [
      ...stateRead(summaries.values, name, node),
      ...unseenByBuiltin(summaries, performed, name),
      ...callbacksOf(summaries, name, { node, given, receiver: own }),
    ];
  if (isBinding(name)) return [];
  const borrowed = methodNamed(name);
  if (borrowed === null || !builtinMethods.has(borrowed)) return callOf({ kind: 'global', name }, node);
  const writes = mutatingMethods.has(borrowed) ? writeTo(receiver, null, node) : [];
  return [
    ...writes,
    ...unseenByBuiltin(summaries, performed),
    ...callbacksOf(summaries, borrowed, performed),
  ];
}

/** The traps of a proxy run whenever anybody uses it (§10.5): they count as called where it is made. */
const traps = `apply construct defineProperty deleteProperty get getOwnPropertyDescriptor getPrototypeOf has
  isExtensible ownKeys preventExtensions set setPrototypeOf`.split(/\s+/);

function performHandler(summaries: Summaries, handler: Value, node: t.Node): readonly LoadEvent[] {
  if (!optionsOf(handler).every(({ kind }) => kind === 'own')) return [effect('new', node)];
  const given = [unknown, unknown, unknown, unknown];
  return traps.flatMap((trap) =>
    optionsOf(summaries.values.contents.named(trap)).flatMap((option) =>
      option.kind === 'own' ? [] : perform(summaries, option, { node, given, receiver: unknown }),
    ),
  );
}

/** `Object.defineProperty(x, key, …)` makes a text of the key. */
function keyGiven(summaries: Summaries, node: t.Node): readonly LoadEvent[] {
  const key = node.type === 'CallExpression' ? node.arguments[1] : undefined;
  if (key === undefined || literalKey(key) !== null || key.type === 'ObjectExpression') return [];
  return performUnseen(summaries, { occasion: 'convert', key: null, receiver: unknown, place: node });
}

function performRequired(
  summaries: Summaries,
  callee: Extract<Value, { kind: 'required' }>,
  { node, given }: Performed,
): readonly LoadEvent[] {
  const specifier = summaries.values.specifierOf(callee.require);
  if (callee.result) return callOf(callee, node);
  if (isInherits(specifier, callee.path)) return given[0] ? writeTo(given[0], null, node) : [];
  const interopKey = keyAskedByInterop(specifier, callee.path);
  if (interopKey !== undefined) return given[0] ? readOf(given[0], interopKey, node) : [];
  if (specifier === null || !isPureModuleCall(specifier, callee.path)) return callOf(callee, node);
  const name = builtinName(specifier, callee.path);
  const looks = isGivenPlain(summaries, node) ? [] : looksOfNode(name);
  const looked = looks.length > 0 ? lookInto(summaries, looks, { node, given }, name) : [];
  return [...stateRead(summaries.values, name, node), ...looked, ...readsOfWrapped(name, { node, given })];
}

/**
 * What a builtin calls back, with elements of the receiver: functions of the file wherever it is given them, and whatever
 * else stands where it takes a function.
 */
function callbacksOf(
  summaries: Summaries,
  name: string,
  { node, given, receiver }: Performed,
): readonly LoadEvent[] {
  const receiverAt = takingReceiver.has(name) ? callbackIndex.get(name)! + 1 : -1;
  const element = either([
    summaries.values.contents.elementOf(receiver),
    ...given.flatMap((value, index) =>
      index === receiverAt || callbackTaken(name, index) !== 'never' ? [] : handedOn(summaries, value),
    ),
  ]);
  return given.flatMap((value, index) => {
    const taken = callbackTaken(name, index);
    const first = index === 0 ? accumulated(summaries.values, node, given) : null;
    return performCallback(summaries, value, taken, {
      node: callbackAt(node, index),
      given: [first ?? element, element, element],
      receiver: given[receiverAt] ?? own,
    });
  });
}

/** The start of `list.reduce(f, start)`, and what `Array.from(list, f)` takes out of the list. */
function handedOn({ values }: Summaries, value: Value): readonly Value[] {
  return value.kind === 'own' ? [value, values.contents.elementOf(value)] : [value];
}

/** What is no function where none has to be is not called. */
function performCallback(
  summaries: Summaries,
  value: Value,
  taken: CallbackTaken,
  performed: Performed,
): readonly LoadEvent[] {
  return optionsOf(value).flatMap((option): readonly LoadEvent[] => {
    if (option.kind === 'function')
      return performOwn(summaries, option.node, { ...performed, node: option.node });
    if (option.kind === 'own' || taken === 'never') return [];
    if (option.kind === 'parameter')
      return [{ kind: 'call', callee: option, method: undefined, taken, ...performed }];
    return taken === 'perhaps' || isIdleOfLanguage(option) ? [] : perform(summaries, option, performed);
  });
}

/** Functions of the language count as doing nothing, but for those that change what they are called with, or on. */
function isIdleOfLanguage(value: Value): boolean {
  if (value.kind !== 'global') return false;
  const [root, ...path] = value.name.split('.');
  return languageGlobals.has(root!) && !writersOfFirst.has(value.name) && !mutatingMethods.has(path.at(-1)!);
}
