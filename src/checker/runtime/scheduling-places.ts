import type * as t from '@babel/types';
import { declaredBinding } from '../../syntax/declared-binding.ts';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import { ByName, callsByName, lastName, membersByKey } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { functionAround } from '../owner.ts';
import { perScan } from '../per-scan.ts';
import { foldString } from '../requires/specifier.ts';
import { functionOf } from '../strict/own-functions.ts';
import { plainCallbackMethods } from '../strict/this/plain-callbacks.ts';
import { keyOf } from '../timeline/puts.ts';

/**
 * Where a file calls `process.nextTick`: by that name, by a variable, parameter or key of its own that has it, or by a method,
 * `list.forEach(process.nextTick)`.
 */
export const ticks = perScan((scan): readonly t.Node[] => [
  ...callsByName(scan).of('nextTick'),
  ...placesOfUse(scan, [
    ...membersByKey(scan).of('nextTick'),
    ...membersSpelled(scan).of('nextTick'),
    ...takenByName(scan, 'nextTick'),
  ]),
]);

/** Where it waits for a promise, or adds a microtask; also by an object of its own that has a `then` (ECMA-262 §27.2.1.3.2). */
export const microtasks = perScan((scan): readonly t.Node[] => [
  ...nodesOf(scan, 'AwaitExpression'),
  ...nodesOf(scan, 'ForOfStatement').filter((loop) => loop.await),
  ...callsByName(scan).ofAny(reactions),
  ...placesOfUse(scan, [
    ...membersByKey(scan).ofAny(reactions),
    ...membersSpelled(scan).ofAny(reactions),
    ...(scan.scopes.free.get('queueMicrotask') ?? []).map(({ node }) => node),
    ...takenByName(scan, 'then'),
  ]),
  ...thenables(scan),
]);

const reactions: ReadonlySet<string> = new Set(['then', 'catch', 'finally', 'queueMicrotask']);

/** `process['next' + 'Tick']` */
const membersSpelled = perScan(
  (scan) =>
    new ByName(
      nodesOf(scan, 'MemberExpression').filter(({ property }) => property.type === 'BinaryExpression'),
      ({ property }) => foldString(property),
    ),
);

/** `later` of `const { nextTick: later } = process` and `import { nextTick as later } from 'process'` */
function takenByName(scan: ScanContext, name: string): readonly t.Node[] {
  const taken = nodesOf(scan, 'ObjectProperty').flatMap((property) =>
    parentOf(property)?.type === 'ObjectPattern' && keyOf(property) === name ? [property.value] : [],
  );
  const imported = nodesOf(scan, 'ImportSpecifier').flatMap((specifier) =>
    specifier.imported.type === 'Identifier' && specifier.imported.name === name ? [specifier.local] : [],
  );
  return [...taken, ...imported].flatMap((target) => usesOfVariable(scan, target));
}

function thenables(scan: ScanContext): readonly t.Node[] {
  const literals = [...nodesOf(scan, 'ObjectProperty'), ...nodesOf(scan, 'ObjectMethod')];
  return literals.filter((node) => parentOf(node)?.type === 'ObjectExpression' && staticKey(node) === 'then');
}

/** The calls of these expressions for a function, by variables, parameters and keys of the file that it goes to. */
function placesOfUse(scan: ScanContext, expressions: readonly t.Node[]): readonly t.Node[] {
  const places: t.Node[] = [];
  const pending = new Set(expressions);
  for (const node of pending) {
    const parent = parentOf(node)!;
    if (isCalledBy(parent, node)) places.push(parent);
    else for (const each of handedOn(scan, node, parent)) pending.add(each);
  }
  return places;
}

/** `f()`, `f.call(null)`, `list.forEach(f)`, `Reflect.apply(f, null, [])` */
function isCalledBy(parent: t.Node, node: t.Node): boolean {
  if (parent.type === 'MemberExpression')
    return parent.object === node && /^(?:apply|call)$/.test(staticKey(parent) ?? '');
  if (parent.type !== 'CallExpression') return false;
  const name = lastName(parent.callee) ?? '';
  return parent.callee === node || plainCallbackMethods.has(name) || name === 'apply';
}

/** The expressions that have the same value then. */
function handedOn(scan: ScanContext, node: t.Node, parent: t.Node): readonly t.Node[] {
  switch (parent.type) {
    case 'VariableDeclarator':
      return parent.init === node ? usesOfVariable(scan, parent.id) : [];
    case 'AssignmentPattern':
      return parent.right === node ? usesOfVariable(scan, parent.left) : [];
    case 'AssignmentExpression':
      return parent.right === node ? [...usesOfTarget(scan, parent.left), parent] : [];
    case 'ObjectProperty':
      return parent.value === node ? calleesNamed(scan, staticKey(parent)) : [];
    case 'ConditionalExpression':
      return parent.test === node ? [] : [parent];
    case 'LogicalExpression':
    case 'SequenceExpression':
      return [parent];
    case 'MemberExpression':
      return boundFrom(parent);
    case 'CallExpression':
      return usesOfParameter(scan, node, parent);
    default:
      return [];
  }
}

function usesOfTarget(scan: ScanContext, target: t.Node): readonly t.Node[] {
  return target.type === 'MemberExpression'
    ? calleesNamed(scan, staticKey(target))
    : usesOfVariable(scan, target);
}

function calleesNamed(scan: ScanContext, key: string | null): readonly t.Node[] {
  return key === null
    ? []
    : callsByName(scan)
        .of(key)
        .map(({ callee }) => callee);
}

/** `run(process.nextTick)` with `function run(later) {}` */
function usesOfParameter(scan: ScanContext, node: t.Node, call: t.CallExpression): readonly t.Node[] {
  const index = (call.arguments as readonly t.Node[]).indexOf(node);
  const fn = functionOf(scan, call.callee);
  const parameter = fn && isFunction(fn) ? fn.params[index] : undefined;
  return parameter === undefined ? [] : usesOfVariable(scan, parameter);
}

/** `process.nextTick.bind(process)` */
function boundFrom(member: t.MemberExpression): readonly t.Node[] {
  const call = parentOf(member);
  const isBound = call?.type === 'CallExpression' && call.callee === member && staticKey(member) === 'bind';
  return isBound ? [call] : [];
}

function usesOfVariable(scan: ScanContext, target: t.Node): readonly t.Node[] {
  const name = target.type === 'AssignmentPattern' ? target.left : target;
  const binding = name.type === 'Identifier' ? bindingNamed(scan, name) : null;
  return (binding?.references ?? []).flatMap(({ node, access }) => (access === 'read' ? node : []));
}

/** A parameter is declared where it stands, and no reference. */
function bindingNamed({ scopes }: ScanContext, name: t.Identifier): Binding | null {
  const parameter = functionAround(name);
  return (
    scopes.referenceOf(name)?.binding ??
    (isFunction(parameter) ? declaredBinding(name, scopes.scopeOf(parameter.body)) : null)
  );
}
