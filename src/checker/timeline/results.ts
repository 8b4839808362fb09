import type * as t from '@babel/types';
import { literalKey, staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import type { Contents } from './contents.ts';
import { valuesIn } from './given.ts';
import {
  elementMethods,
  givingArguments,
  givingElements,
  givingMembers,
  prototypeGetters,
  pureConstructors,
  pureFunctions,
  stringMethods,
  writersOfFirst,
} from './known-globals.ts';
import { isPureModuleCall, keyAskedByInterop } from './known-modules.ts';
import { type Call, interopArgument, isReturnThis } from './origins.ts';
import { either, isForeign, optionsOf, own, unknown, type Value } from './value.ts';

type Required = Extract<Value, { kind: 'required' }>;

interface Expressions {
  readonly contents: Contents;
  of(node: t.Node): Value;
  member(object: Value, key: string | null): Value;
  specifierOf(require: number): string | null;
  returnedBy(node: t.Function): readonly t.Node[];
  substitute(value: Value, owner: t.Node, given: readonly Value[], receiver: Value): Value;
}

/** What a call, or `new`, gives. */
export function resultOf(values: Expressions, call: Call): Value {
  if (isReturnThis(call.callee)) return { kind: 'global', name: 'globalThis' };
  const module = interopArgument(call);
  if (module !== null) return values.of(module);
  return either(optionsOf(values.of(call.callee)).map((callee) => resultOfCallee(values, callee, call)));
}

function resultOfCallee(values: Expressions, callee: Value, call: Call): Value {
  switch (callee.kind) {
    case 'global':
      return ofGlobal(values, callee.name, call);
    case 'required':
      if (isInteropHelper(values, callee)) return call.arguments[0] ? values.of(call.arguments[0]) : own;
      return !callee.result && isPureModuleCall(values.specifierOf(callee.require), callee.path)
        ? own
        : { ...callee, result: true };
    case 'function':
      return call.type === 'NewExpression'
        ? ofConstructed(values, callee.node, call)
        : ofCalled(values, callee.node, call);
    default:
      return ofBuiltinMethod(values, call);
  }
}

function isInteropHelper(values: Expressions, { require, path, result }: Required): boolean {
  return !result && keyAskedByInterop(values.specifierOf(require), path) !== undefined;
}

function ofGlobal(values: Expressions, name: string, call: Call): Value {
  const [first, second] = call.arguments;
  if (writersOfFirst.has(name)) return first ? values.of(first) : own;
  if (prototypeGetters.has(name)) return first && isForeign(values.of(first)) ? values.of(first) : unknown;
  if (name === 'Object') return first ? values.of(first) : own;
  if (name === 'Reflect.get' && first && second) return values.member(values.of(first), literalKey(second));
  const isPure = call.type === 'NewExpression' ? pureConstructors.has(name) : pureFunctions.has(name);
  if (!isPure) return unknown;
  const isHanding = givingElements.has(name) && call.arguments.some((given) => isHolding(values, given));
  if (isHanding && givingMembers.has(name)) return unknown;
  return { kind: 'own', holds: isHanding ? unknown : own };
}

/** Whether an argument is, has, or gives something that is not the file's own. */
function isHolding(values: Expressions, given: t.Node): boolean {
  return optionsOf(values.of(given)).some((value) => {
    if (value.kind === 'function') return isForeign(ofFunction(values, value.node, []));
    if (isForeign(value)) return true;
    return value.kind === 'own' && value.holds === undefined && isForeign(values.contents.under(null));
  });
}

/** `list.map(f)` and the like give something of the file's own again, as do methods of strings. */
function ofBuiltinMethod(values: Expressions, { callee, arguments: list }: Call): Value {
  if (callee.type !== 'MemberExpression') return unknown;
  const key = staticKey(callee) ?? '';
  const receivers = optionsOf(values.of(callee.object));
  if (!receivers.every(({ kind }) => kind === 'own')) return stringMethods.has(key) ? own : unknown;
  const elements = receivers.map((receiver) => values.contents.elementOf(receiver));
  const added = givingArguments.has(key) ? list.map((argument) => ofArgument(values, argument)) : [];
  const given = either([...elements, ...added]);
  const holds = flattening.has(key) ? flattened(given) : given;
  return elementMethods.has(key) ? holds : { kind: 'own', holds };
}

const flattening: ReadonlySet<string> = new Set(['flat', 'flatMap']);

/** The elements of lists, and those of the lists among them. */
function flattened(value: Value): Value {
  const inner = optionsOf(value).flatMap((option) =>
    option.kind === 'own' && option.holds !== undefined ? [flattened(option.holds)] : [],
  );
  return either([value, ...inner]);
}

/** What a list holds that is added, or what a function gives that is called back. */
function ofArgument(values: Expressions, argument: t.Node): Value {
  return either(
    optionsOf(values.of(argument)).map((value) => {
      if (value.kind === 'own') return value.holds ?? own;
      return value.kind === 'function' ? ofFunction(values, value.node, []) : value;
    }),
  );
}

/** What a constructor returns takes the place of what it constructs (ECMA-262 §10.2.2). */
function ofConstructed(values: Expressions, node: t.Function | t.Class, call: Call): Value {
  const maker = isFunction(node) ? node : constructorOf(node);
  return maker === null ? own : either([own, ofCalled(values, maker, call)]);
}

export function constructorOf(node: t.Class): t.ClassMethod | null {
  const found = node.body.body.find(
    (element) => element.type === 'ClassMethod' && element.kind === 'constructor',
  );
  return (found as t.ClassMethod | undefined) ?? null;
}

function ofCalled(values: Expressions, node: t.Function | t.Class, call: Call): Value {
  return ofFunction(values, node, valuesIn(call.arguments, values));
}

function ofFunction(values: Expressions, node: t.Function | t.Class, given: readonly Value[]): Value {
  if (!isFunction(node) || node.async || node.generator) return unknown;
  const returned = values.returnedBy(node).map((value) => values.of(value));
  return either(returned.map((value) => values.substitute(value, node, given, unknown)));
}
