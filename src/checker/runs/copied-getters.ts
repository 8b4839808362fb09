import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { placesOf } from '../exports/places.ts';
import { constantOf } from './builtin-objects.ts';
import { callsOf } from './closed-functions.ts';

/**
 * Whether an expression is the getter that an object of the file has under the very name for which it is described here:
 *
 * ```js
 * const all = Object.getOwnPropertyDescriptors(literal);
 * for (const name of Object.keys(all)) Object.defineProperty(object, name, { get: all[name].get });
 * ```
 *
 * So reading that name runs what it runs on the first object, and no other name does.
 *
 * @param name the second argument of `Object.defineProperty`
 */
export function isCopiedGetter(scan: ScanContext, node: t.Node, name: t.Node | null): boolean {
  const key = name?.type === 'Identifier' ? constantNamed(scan, name) : null;
  if (key === null) return false;
  const source = describedObject(scan, partOfDescriptor(scan, node, 'get'), key);
  return source !== null && isMadeAtTop(scan, source, new Set());
}

/** The `descriptor` of `descriptor.get`, also by a constant. */
function partOfDescriptor(scan: ScanContext, node: t.Node, part: 'get' | 'value'): t.Node | null {
  const at = behind(scan, node);
  return at.type === 'MemberExpression' && staticKey(at) === part ? behind(scan, at.object) : null;
}

/** The `object` of `Object.getOwnPropertyDescriptors(object)[name]`; any name will do where no certain one is asked for. */
function describedObject(scan: ScanContext, descriptor: t.Node | null, name: Binding | null): t.Node | null {
  if (descriptor?.type !== 'MemberExpression' || !descriptor.computed) return null;
  const { property } = descriptor;
  const isNamed = property.type === 'Identifier' && constantNamed(scan, property) === name;
  if (name !== null && !isNamed) return null;
  const all = behind(scan, descriptor.object);
  if (all.type !== 'CallExpression' || all.callee.type !== 'MemberExpression') return null;
  const { object } = all.callee;
  const isObject = object.type === 'Identifier' && scan.scopes.referenceOf(object)?.binding === null;
  if (!isObject || object.name !== 'Object' || staticKey(all.callee) !== 'getOwnPropertyDescriptors')
    return null;
  return all.arguments[0] ?? null;
}

/** An object literal of the top level, or what such a literal holds, also by way of functions that get nothing else. */
function isMadeAtTop(scan: ScanContext, node: t.Node, assumed: Set<Binding>): boolean {
  const at = behind(scan, node);
  if (at.type === 'ObjectExpression') return placesOf(scan).of(at).region === null;
  const described = describedObject(scan, partOfDescriptor(scan, at, 'value'), null);
  if (described !== null) return isMadeAtTop(scan, described, assumed);
  const parameter = at.type === 'Identifier' ? scan.scopes.referenceOf(at)?.binding : null;
  if (!parameter) return false;
  if (assumed.has(parameter)) return true;
  assumed.add(parameter);
  return argumentsFor(scan, parameter)?.every((given) => isMadeAtTop(scan, given, assumed)) ?? false;
}

/** What a parameter gets by all calls of its function; null where they are not to be seen. */
function argumentsFor(
  scan: ScanContext,
  { declarations, references, scope }: Binding,
): readonly t.Node[] | null {
  const [id] = declarations;
  const owner = id && parentOf(id);
  if (!owner || !isFunction(owner) || scope.dynamic || references.some(({ access }) => access !== 'read'))
    return null;
  const index = (owner.params as readonly t.Node[]).indexOf(id);
  const calls = index < 0 ? null : callsOf(scan, owner);
  return calls?.flatMap((call) => call.arguments[index] ?? []) ?? null;
}

function behind(scan: ScanContext, node: t.Node): t.Node {
  const value = node.type === 'Identifier' ? constantOf(scan, node) : null;
  return value === null ? node : behind(scan, value);
}

/** The variable, where nothing is assigned to it after its declaration. */
function constantNamed(scan: ScanContext, id: t.Identifier): Binding | null {
  const binding = scan.scopes.referenceOf(id)?.binding;
  if (!binding || binding.scope.dynamic || binding.kind !== 'const') return null;
  return binding;
}
