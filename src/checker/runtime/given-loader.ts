import type * as t from '@babel/types';
import { wordsOf } from '../../lists.ts';
import { declaredBinding } from '../../syntax/declared-binding.ts';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import { lastName, membersByKey } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import type { Range } from '../facts.ts';
import { isFreeName } from '../free-names.ts';
import { isWriteTarget, nodesOf, rangeOf } from '../nodes.ts';
import { endOfChain } from '../strict/function-names.ts';
import { valueGiven } from '../writes.ts';
import { changesEntries, mentionsOf } from './loader-tables.ts';
import { mayBeAboutLoader, textsOnLoader } from './loader-texts.ts';
import { isMemberOf } from './require-uses.ts';

/**
 * Where a file changes tables or methods of what may be the loader, if somebody gives it that: `r.cache[path]` of a
 * parameter, `M._load = …`. Who hands it on is told by `loaderHandedOn`, and linking puts both together.
 */
export function givenLoaderChange(scan: ScanContext): Range | null {
  if (!mayBeAboutLoader(scan)) return null;
  const change = changesOf(scan).next();
  return change.done ? null : rangeOf(change.value);
}

function* changesOf(scan: ScanContext): Generator<t.Node> {
  for (const table of tablesIn(scan))
    if (mentionsOf(table, scan).some((mention) => changesEntries(mention))) yield table;
  for (const member of membersByKey(scan).ofAny(methods))
    if (isWriteTarget(member) && mayBeLoader(scan, member.object)) yield member;
  for (const member of membersByKey(scan).ofAny(methodsOfModules))
    if (isWriteTarget(member) && isPrototype(scan, member.object)) yield member;
  for (const text of nodesOf(scan, 'StringLiteral'))
    if (methods.has(text.value) && isArgument(text)) yield text;
  yield* textsOnLoader(scan);
}

const tables: ReadonlySet<string> = wordsOf('_cache _extensions cache extensions');

/** Methods of the class, by names that hardly anything else has. */
const methods: ReadonlySet<string> = wordsOf(
  '_findPath _load _nodeModulePaths _resolveFilename _resolveLookupPaths',
);

const methodsOfModules: ReadonlySet<string> = wordsOf('_compile load require');

/** `wrap(Module, '_load', …)`, `Object.defineProperty(Module, '_load', …)` */
function isArgument(text: t.Node): boolean {
  const around = parentOf(text);
  return around?.type === 'CallExpression' && around.arguments.length > 1;
}

/** `Module.prototype`, `Object.getPrototypeOf(module)`, `module.__proto__`, also by a variable that gets it. */
function isPrototype(scan: ScanContext, node: t.Node): boolean {
  if (node.type === 'MemberExpression') {
    const key = staticKey(node);
    return key === '__proto__' || (key === 'prototype' && mayBeLoader(scan, node.object));
  }
  if (node.type === 'CallExpression') return lastName(node.callee) === 'getPrototypeOf';
  const binding = node.type === 'Identifier' ? scan.scopes.referenceOf(node)?.binding : null;
  return (
    binding?.writes.some(({ node: name }) => {
      const value = valueGiven(name);
      return value !== null && value.type !== 'Identifier' && isPrototype(scan, value);
    }) ?? false
  );
}

/** `r.cache`, and `cache` of `({ cache }) => …`, where all else that is asked for is what `require` has, or `module`. */
function* tablesIn(scan: ScanContext): Generator<t.Node> {
  for (const { node } of scan.scopes.free.get('require') ?? []) {
    const member = parentOf(node)!;
    if (isMemberOf(member, node) && staticKey(member) === null) yield member;
  }
  for (const member of membersByKey(scan).ofAny(tables)) if (mayBeLoader(scan, member.object)) yield member;
  for (const pattern of nodesOf(scan, 'ObjectPattern')) {
    const table = pattern.properties.filter(isTable);
    if (table.length === 0 || !pattern.properties.every((property) => isOfLoader(keyOfProperty(property))))
      continue;
    for (const { value } of table) yield* usesOfName(scan, value);
  }
}

function keyOfProperty(property: t.Node): string | null {
  return property.type === 'ObjectProperty' ? staticKey(property) : null;
}

function isTable(property: t.Node): property is t.ObjectProperty {
  return tables.has(keyOfProperty(property) ?? '');
}

function* usesOfName(scan: ScanContext, name: t.Node): Generator<t.Node> {
  const binding = name.type === 'Identifier' ? bindingNamed(scan, name) : null;
  for (const { node } of binding?.references ?? []) if (node !== name) yield node;
}

/** Of a name in a pattern: parameters are no references. */
function bindingNamed({ scopes }: ScanContext, name: t.Identifier): Binding | null {
  return scopes.referenceOf(name)?.binding ?? declaredBinding(name, scopes.scopeOf(name));
}

function mayBeLoader(scan: ScanContext, object: t.Node): boolean {
  if (object.type === 'CallExpression') return true;
  if (object.type === 'MemberExpression') {
    const key = staticKey(object);
    return key === null || membersOf(scan, key).every((member) => isOfLoader(staticKey(member)));
  }
  if (object.type !== 'Identifier' || isFreeName(object, 'require', scan.scopes)) return false;
  const binding = scan.scopes.referenceOf(object)?.binding ?? null;
  if (binding !== null && isMadeHere(binding)) return false;
  const references = binding?.references ?? scan.scopes.free.get(object.name) ?? [];
  return references.every(({ node }) => {
    const around = parentOf(node);
    return around === null || !isMemberOf(around, node) || isOfLoader(staticKey(around));
  });
}

/** `x.key.a`, of whatever `x`. */
function membersOf(scan: ScanContext, key: string): readonly t.MemberExpression[] {
  return nodesOf(scan, 'MemberExpression').filter(
    ({ object }) => object.type === 'MemberExpression' && staticKey(object) === key,
  );
}

/** An object, a function or a class of the file, or its receiver, is not the loader. */
function isMadeHere({ kind, writes }: Binding): boolean {
  if (kind === 'function' || kind === 'class') return true;
  return writes.some(({ node }) => {
    const given = valueGiven(node);
    const value = given && endOfChain(given);
    if (value?.type === 'ObjectExpression')
      return value.properties.every(({ type }) => type !== 'SpreadElement');
    return value !== null && (isFunction(value) || madeHere.has(value.type));
  });
}

const madeHere: ReadonlySet<string> = wordsOf('ClassExpression NewExpression ThisExpression');

/** Keys of `require`, and of the class of modules; null is any. */
function isOfLoader(key: string | null): boolean {
  return key === null || key.startsWith('_') || keysOfLoader.has(key);
}

const keysOfLoader = wordsOf(
  'Module apply bind builtinModules cache call constructor createRequire extensions globalPaths isBuiltin main prototype resolve wrap wrapper',
);
