import type * as t from '@babel/types';
import { addTo } from '../../../lists.ts';
import { declarationOf, initOf } from '../../../syntax/declaration.ts';
import { staticKey } from '../../../syntax/keys.ts';
import { isFunction } from '../../../syntax/kinds.ts';
import type { Binding } from '../../../syntax/scope.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { assignmentsByName } from '../../by-name.ts';
import type { ScanContext } from '../../context.ts';
import { keysOfCallables } from '../../facts/keys.ts';
import { isFreeName, pathOfGlobal } from '../../free-names.ts';
import { functionAround, ownerOfThis } from '../../owner.ts';
import { perScan } from '../../per-scan.ts';
import { returnedBy } from '../../timeline/returned.ts';
import { ownValues } from '../../timeline/values.ts';
import { endOfChain } from '../function-names.ts';
import { certainArguments, functionOf } from '../own-functions.ts';
import { mayRunAfter } from '../reach.ts';
import { mayBeFunction, writesKeysOfCallables } from './callable-values.ts';
import { keysDefinedBy } from './defined-keys.ts';
import { fixedInGlobal, fixedInInstance, fixedInNew } from './fixed-builtins.ts';
import { callsOfObject, methodOfObject } from './object-calls.ts';

/** Keys of an object that cannot be assigned to. */
export interface KeySet {
  has(key: string): boolean;
}

export const none: ReadonlySet<string> = new Set();
export const every: KeySet = { has: () => true };
/** In place of a key that only running the program would tell: only what rejects all keys, or all but some, has it. */
export const COMPUTED = Symbol('computed').toString();
/** Some keys that only running the program would tell. */
export const unnamed: KeySet = { has: (key) => key === COMPUTED };
/** §20.2.4, §20.2.3.6: properties of every function, its own or inherited, that are not writable. */
export const ofFunction: KeySet = new Set(['name', 'length', 'Symbol.hasInstance']);
const ofCallable: KeySet = keysOfCallables;

const inheritedFunctions: ReadonlySet<string> = new Set(
  Object.getOwnPropertyNames(Object.prototype).filter((key) => key !== '__proto__'),
);

/** The keys of any of these: a list of them, where each is one. */
export function anyOf(sets: readonly KeySet[]): KeySet {
  const some = sets.filter((keys) => keys !== none);
  if (some.length > 1 && some.every((keys) => keys instanceof Set))
    return new Set(some.flatMap((keys) => [...keys]));
  return some.length < 2 ? (some[0] ?? none) : { has: (key) => some.some((keys) => keys.has(key)) };
}

/** The keys one by one, where there is a list of them. */
export function listed(keys: KeySet): 'all' | readonly string[] {
  return keys instanceof Set ? [...keys] : 'all';
}

/** Which keys of the object in `object.key` cannot be written, as far as the file shows. */
export function fixedKeysOf(scan: ScanContext, { object }: t.MemberExpression): KeySet {
  return keysOfObject(scan, object);
}

export function keysOfObject(scan: ScanContext, object: t.Node): KeySet {
  const own = exportsName(scan, object);
  if (own !== null) return fixedInExports(scan, own, object);
  const path = pathOfGlobal(scan, object);
  if (path !== null) return fixedInGlobal(path).readOnly;
  if (object.type === 'Identifier') {
    const binding = scan.scopes.referenceOf(object)?.binding;
    if (!binding) return none;
    if (binding.kind === 'parameter')
      return anyOf(certainArguments(scan, binding, object).map((given) => keysOfObject(scan, given)));
    return anyOf([keysOfBinding(scan, binding, object), ...fixedLater(scan, binding, object)]);
  }
  return keysOfValue(scan, object);
}

function keysOfBinding(scan: ScanContext, { kind, declarations, writes }: Binding, use: t.Node): KeySet {
  if (kind === 'function' || kind === 'class') {
    if (writes.some(({ initialises }) => !initialises)) return none;
    const declaration = parentOf(declarations.at(-1)!);
    return declaration ? keysOfValue(scan, declaration) : none;
  }
  const [write] = writes;
  if (write === undefined || writes.length > 1) return none;
  const init = initOf(write.node);
  if (init === null) return none;
  const own = exportsName(scan, init);
  if (own !== null) return fixedInExports(scan, own, use);
  return keysOfValue(scan, init);
}

/** `Object.freeze(o);` and the like, as far as they come before the place where the object is used. */
export function fixedLater(scan: ScanContext, binding: Binding, use: t.Node): readonly KeySet[] {
  return fixingCalls(scan, binding)
    .filter((call) => mayComeBefore(call, use))
    .map((call) => keysOfCall(scan, call));
}

/** Whether a call may have run when control gets to the place of use. */
export function mayComeBefore(call: t.Node, use: t.Node): boolean {
  const owner = functionAround(call);
  return owner !== functionAround(use) || mayRunAfter(owner, call, use);
}

/** The calls of methods of `Object` that get what a variable holds. */
export function fixingCalls(scan: ScanContext, binding: Binding): readonly t.CallExpression[] {
  return fixingByBinding(scan).get(binding) ?? [];
}

const fixingByBinding = perScan((scan): ReadonlyMap<Binding, readonly t.CallExpression[]> => {
  const calls = new Map<Binding, t.CallExpression[]>();
  for (const call of callsOfObject(scan)) {
    const [object] = call.arguments;
    const binding = object?.type === 'Identifier' ? scan.scopes.referenceOf(object)?.binding : null;
    if (binding && methodOfObject(scan, call) !== null) addTo(calls, binding, call);
  }
  return calls;
});

export function keysOfValue(scan: ScanContext, value: t.Node): KeySet {
  switch (value.type) {
    case 'CallExpression':
      return anyOf([keysOfCall(scan, value), ...keysOfReturned(scan, value)]);
    case 'NewExpression':
      return fixedInInstance(scan, value) ?? none;
    case 'AssignmentExpression':
      return value.operator === '=' ? keysOfValue(scan, value.right) : none;
    case 'RegExpLiteral':
      return fixedInNew.get('RegExp')!;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return ofFunction;
    case 'ClassExpression':
    case 'ClassDeclaration':
      return keysOfClass(value);
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
    case 'BigIntLiteral':
    case 'TemplateLiteral':
    case 'UnaryExpression':
    case 'BinaryExpression':
    case 'UpdateExpression':
      return every;
    case 'ObjectExpression':
      return getterOnlyKeys(value.properties);
    case 'MemberExpression':
      // `object.constructor`, mostly a class or function.
      return inheritedFunctions.has(staticKey(value) ?? '') ? ofCallable : none;
    default:
      return none;
  }
}

/** Of the functions and classes that a function of the file returns: `make()` with `const make = () => () => 1`. */
function keysOfReturned(scan: ScanContext, { callee }: t.CallExpression): readonly KeySet[] {
  const called = functionOf(scan, callee);
  if (called === null || !isFunction(called)) return [];
  return returnedBy(scan, called).flatMap((value) => {
    const returned = functionOf(scan, value);
    return returned === null ? [] : [keysOfValue(scan, returned)];
  });
}

/** Those that a static member replaces can be written, or are that member's affair. */
function keysOfClass({ body }: t.Class): KeySet {
  const keys = new Set(keysOfCallables);
  for (const member of body.body) {
    if (member.type === 'StaticBlock') return none;
    if (!('static' in member) || member.static !== true) continue;
    const key =
      'key' in member && !('computed' in member && member.computed)
        ? staticKey(member as t.ClassMethod)
        : null;
    if (key === null) return none;
    keys.delete(key);
  }
  for (const key of getterOnlyKeys(body.body.filter(isStatic))) keys.add(key);
  return keys;
}

function isStatic(member: t.ClassBody['body'][number]): boolean {
  return 'static' in member && member.static === true;
}

const keyed: ReadonlySet<string> = new Set([
  'ClassMethod',
  'ClassProperty',
  'ObjectMethod',
  'ObjectProperty',
]);

/** Keys of a literal or class that have a getter and nothing else. */
export function getterOnlyKeys(
  members: readonly (t.ObjectExpression['properties'][number] | t.ClassBody['body'][number])[],
): ReadonlySet<string> {
  if (!members.some(isGetter)) return none;
  const getters = new Set<string>();
  const others = new Set<string>();
  for (const member of members) {
    if (!keyed.has(member.type)) continue;
    const key = staticKey(member as t.ObjectMethod | t.ClassMethod);
    if (key === null) continue;
    (isGetter(member) ? getters : others).add(key);
  }
  for (const key of others) getters.delete(key);
  return getters.size > 0 ? getters : none;
}

function isGetter(member: t.Node): boolean {
  return 'kind' in member && member.kind === 'get';
}

/** `Object.freeze(value)`, `Object.preventExtensions({})`, `Object.defineProperty({}, 'key', { value })` */
export function keysOfCall(scan: ScanContext, call: t.CallExpression): KeySet {
  const [object] = call.arguments;
  if (isFreeName(call.callee, 'Symbol', scan.scopes)) return every;
  switch (methodOfObject(scan, call)) {
    case 'freeze':
      return every;
    case 'seal':
    case 'preventExtensions':
      return object === undefined ? none : keysMissingIn(object);
    default: {
      const keys = keysDefinedBy(scan, call);
      return keys.length > 0 ? new Set(keys) : none;
    }
  }
}

/** What a literal lacks can no more be added; it may lack any where it does not show what it has. */
export function keysMissingIn(object: t.Node): KeySet {
  if (object.type !== 'ObjectExpression') return none;
  const keys = new Set<string>();
  for (const property of object.properties) {
    const key = property.type === 'SpreadElement' ? null : staticKey(property);
    if (key === null) return every;
    keys.add(key);
  }
  return { has: (key) => !keys.has(key) };
}

export type ExportsName = 'module.exports' | 'exports';

/** Which of the two names of the exports an expression is, if any. */
export function exportsName(scan: ScanContext, node: t.Node): ExportsName | null {
  if (node.type === 'Identifier') return isFreeName(node, 'exports', scan.scopes) ? 'exports' : null;
  if (node.type === 'ThisExpression') return ownerOfThis(node).type === 'Program' ? 'exports' : null;
  if (node.type !== 'MemberExpression' || staticKey(node) !== 'exports') return null;
  return isModule(scan, node.object) ? 'module.exports' : null;
}

/** `module`, or a name that is declared to be it. */
function isModule(scan: ScanContext, node: t.Node): boolean {
  if (isFreeName(node, 'module', scan.scopes)) return true;
  const binding = node.type === 'Identifier' ? scan.scopes.referenceOf(node)?.binding : null;
  const declarator = binding ? declarationOf(binding) : null;
  if (declarator?.type !== 'VariableDeclarator' || !declarator.init) return false;
  return declarator.id.type === 'Identifier' && isFreeName(declarator.init, 'module', scan.scopes);
}

/** What cannot be written by one of the two names at the place of use. */
function fixedInExports(scan: ScanContext, name: ExportsName, use: t.Node): KeySet {
  const { values, variables, calls } = exportsFixing(scan);
  const defined = calls.filter((call) => mayComeBefore(call, use)).map((call) => keysOfCall(scan, call));
  const ofVariables = variables[name].flatMap((binding) => [
    keysOfBinding(scan, binding, use),
    ...fixedLater(scan, binding, use),
  ]);
  return anyOf([values[name], ...ofVariables, ...defined]);
}

/** What the names get, and the calls of `Object.defineProperty(exports, ...)` and the like. */
const exportsFixing = perScan((scan) => ({
  values: {
    exports: keysOfExports(scan, 'exports'),
    'module.exports': keysOfExports(scan, 'module.exports'),
  },
  variables: {
    exports: exportedVariables(scan, 'exports'),
    'module.exports': exportedVariables(scan, 'module.exports'),
  },
  calls: callsOfObject(scan).filter((call) => {
    const [object] = call.arguments;
    return object !== undefined && exportsName(scan, object) !== null && methodOfObject(scan, call) !== null;
  }),
}));

/** What the name gets: a function or a primitive value somewhere. */
function keysOfExports(scan: ScanContext, name: ExportsName): KeySet {
  return anyOf(
    valuesGiven(scan, name).flatMap((value) => {
      if (hasFixedKind.has(value.type) && value.type !== 'MemberExpression')
        return [keysOfValue(scan, value)];
      const isFunction = writesKeysOfCallables(scan) && mayBeFunction(scan, ownValues(scan), value);
      if (isFunction && !isPlainClass(scan, value)) return [ofFunction];
      if (value.type === 'CallExpression') return keysOfReturned(scan, value);
      return value.type === 'MemberExpression' ? [keysOfValue(scan, value)] : [];
    }),
  );
}

/** `class A {} module.exports = A;`: what its keys are is known more exactly. */
function isPlainClass(scan: ScanContext, value: t.Node): boolean {
  const type = functionOf(scan, value)?.type;
  return type === 'ClassDeclaration' || type === 'ClassExpression';
}

/** `module.exports = f`: variables whose values the name gets, but for those that hold the exports themselves. */
function exportedVariables(scan: ScanContext, name: ExportsName): readonly Binding[] {
  return valuesGiven(scan, name).flatMap((value) => {
    const binding = value.type === 'Identifier' ? scan.scopes.referenceOf(value)?.binding : null;
    if (!binding || binding.kind === 'parameter') return [];
    const declarator = parentOf(binding.declarations.at(-1)!);
    const init = declarator?.type === 'VariableDeclarator' ? declarator.init : null;
    return init && exportsName(scan, init) !== null ? [] : [binding];
  });
}

/** The last values of the chains that assign to the name. */
export function valuesGiven(scan: ScanContext, name: ExportsName): readonly t.Node[] {
  return assignmentsByName(scan)
    .of('exports')
    .flatMap(({ left, right }) => {
      if (exportsName(scan, left) !== name) return [];
      const value = endOfChain(right);
      return [value, ...underKeyOfExports(scan, value)];
    });
}

/** `module.exports = exports.key`: what that key gets. */
function underKeyOfExports(scan: ScanContext, value: t.Node): readonly t.Node[] {
  const key = value.type === 'MemberExpression' ? staticKey(value) : null;
  if (value.type !== 'MemberExpression' || key === null || exportsName(scan, value.object) === null)
    return [];
  return assignmentsByName(scan)
    .of(key)
    .filter(({ left }) => left.type === 'MemberExpression' && exportsName(scan, left.object) !== null)
    .map(({ right }) => endOfChain(right));
}

const hasFixedKind: ReadonlySet<string> = new Set([
  'ArrowFunctionExpression',
  'BigIntLiteral',
  'BinaryExpression',
  'BooleanLiteral',
  'ClassExpression',
  'FunctionExpression',
  'MemberExpression',
  'NumericLiteral',
  'StringLiteral',
  'TemplateLiteral',
  'UnaryExpression',
  'UpdateExpression',
]);
