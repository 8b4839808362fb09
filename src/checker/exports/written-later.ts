import type * as t from '@babel/types';
import { literalKey, staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import { callsByName, membersByKey } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { ANY_KEY } from '../facts/keys.ts';
import { nodesOf } from '../nodes.ts';
import { functionAround, ownerOfThis } from '../owner.ts';
import { perScan } from '../per-scan.ts';
import { memberTargets } from '../strict/writes/attempts.ts';
import { constructorWith } from '../strict/writes/prototypes.ts';
import { keyWritersOfFirst, mutatingMethods } from '../timeline/known-globals.ts';
import { declaratorOf } from '../writes.ts';
import { exportedValues, isExports, isSpelledOut } from './exported-values.ts';
import { runsOnlyWhileLoading } from './only-while-loading.ts';
import { placesOf } from './places.ts';

/**
 * The keys that functions of the file write to or delete, but for those that run where they stand: `function f() { f.count = 1; }`; `ANY_KEY` where they may write
 * to whatever key of what the file exports, by a variable that has it or as `this`.
 */
export function keysWrittenLater(scan: ScanContext): readonly string[] {
  return keysOf(laterChangesIn(scan), (object) => mayBeExported(scan, object));
}

/** The same, but for what constructors of the file make, where that is none of what it exports. */
export function keysWrittenToItself(scan: ScanContext): readonly string[] {
  const changes = laterChangesIn(scan).filter(({ object }) => !isInstance(scan, object));
  return keysOf(changes, (object) => mayBeExported(scan, object));
}

function mayBeExported(scan: ScanContext, object: t.Node): boolean {
  const exported = exportedValues(scan);
  return object.type === 'ThisExpression' ? exported.mayBeThis(object) : exported.isHeldBy(object);
}

function isInstance(scan: ScanContext, object: t.Node): boolean {
  return (
    object.type === 'ThisExpression' &&
    constructorWith(scan, ownerOfThis(object)) !== null &&
    !exportedValues(scan).mayBeThis(object)
  );
}

const laterChangesIn = perScan((scan: ScanContext): readonly Change[] => {
  const places = placesOf(scan);
  return changesIn(scan).filter(({ node, object }) => {
    const { region } = places.of(node);
    return region !== null && !runsOnlyWhileLoading(region, scan, places) && !isMadeByCall(scan, object);
  });
});

/**
 * Whether the call of a function that writes to an object has made it, so that it is another one for each call: before anybody
 * can have got it from a file, all is written.
 */
function isMadeByCall(scan: ScanContext, object: t.Node): boolean {
  if (object.type !== 'Identifier' || !isMadeHere(scan, object)) return false;
  const writer = functionAround(object);
  const { declarations, kind } = scan.scopes.referenceOf(object)!.binding!;
  return (
    kind !== 'parameter' &&
    isFunction(writer) &&
    !writer.async &&
    !writer.generator &&
    declarations.every((declaration) => functionAround(declaration) === writer)
  );
}

/**
 * The keys that the file writes to or deletes of anything but its own exports, as far as their names tell; `ANY_KEY` where
 * it may write to whatever key of an object that it did not make.
 */
export function keysWrittenElsewhere(scan: ScanContext): readonly string[] {
  return keysOf(
    changesIn(scan).filter(({ object }) => !isExports(object)),
    (object) => (object.type === 'Identifier' ? !isMadeHere(scan, object) : isRequired(scan, object)),
  );
}

/** `require('./lib').kinds`, `lib.kinds` where `lib` is what a require gave. */
function isRequired(scan: ScanContext, object: t.Node): boolean {
  const root = rootOf(object);
  if (root.type !== 'Identifier') return isRequireCall(root);
  return (scan.scopes.referenceOf(root)?.binding?.writes ?? []).some(({ node }) => {
    const init = declaratorOf(node)?.init;
    return init != null && isRequireCall(rootOf(init));
  });
}

function rootOf(object: t.Node): t.Node {
  let root = object;
  while (root.type === 'MemberExpression') root = root.object;
  return root;
}

/** `require('./lib')`, or a helper that is given it. */
function isRequireCall(node: t.Node): boolean {
  if (node.type !== 'CallExpression') return false;
  const { callee, arguments: given } = node;
  return (callee.type === 'Identifier' && callee.name === 'require') || given.some(isRequireCall);
}

/**
 * The same, but for objects and functions that the file spells out: those are
 * nobody else's, as long as they are no part of what others export.
 */
export function keysWrittenToOthers(scan: ScanContext): readonly string[] {
  const changes = changesIn(scan).filter(({ object }) => !isExports(object) && !isOwn(scan, object));
  return keysOf(changes, (object) => object.type === 'Identifier' || isRequired(scan, object));
}

/** Whether it calls a method that changes the contents of a list, map or set which may be another file's. */
export function changesContentsOfOthers(scan: ScanContext): boolean {
  return membersByKey(scan)
    .ofAny(mutatingMethods)
    .some((member) => {
      const call = parentOf(member);
      const isCalled = call?.type === 'CallExpression' && call.callee === member;
      return isCalled && !(member.object.type === 'Identifier' && isMadeHere(scan, member.object));
    });
}

/** The keys of those that functions write to; `ANY_KEY` where it may be whatever key of one that others may have. */
export function keysWrittenToOwn(scan: ScanContext): readonly string[] {
  return keysOf(
    laterChangesIn(scan).filter(({ object }) => isOwn(scan, object)),
    (object) => object.type === 'Identifier' && isChangedFromAfar(scan, object),
  );
}

function isOwn(scan: ScanContext, object: t.Node): boolean {
  if (object.type === 'Identifier') return isMadeHere(scan, object);
  return isPrototype(object) && isClass(scan, object.object);
}

function isPrototype(node: t.Node): node is t.MemberExpression {
  return node.type === 'MemberExpression' && staticKey(node) === 'prototype';
}

/** A class keeps the prototype that is made with it (ECMA-262 §15.7.14), as functions need not. */
function isClass(scan: ScanContext, node: t.Node): boolean {
  if (node.type !== 'Identifier') return false;
  const places = placesOfBinding(scan, node);
  return (
    places.length > 0 &&
    places.every((parent) =>
      parent?.type === 'VariableDeclarator'
        ? parent.init?.type === 'ClassExpression'
        : parent?.type === 'ClassDeclaration',
    )
  );
}

/** Whether this stands in another function than the one that makes what the variable holds, and others may have that. */
function isChangedFromAfar(scan: ScanContext, identifier: t.Identifier): boolean {
  const { declarations = [], references = [] } = scan.scopes.referenceOf(identifier)?.binding ?? {};
  const home = declarations.map((declaration) => functionAround(parentOf(declaration)!));
  return !home.includes(functionAround(identifier)) && references.some(({ node }) => isPassedOn(node));
}

/** Neither called nor asked for a member. */
function isPassedOn(node: t.Node): boolean {
  const parent = parentOf(node);
  if (parent?.type === 'VariableDeclarator') return parent.init === node;
  const isAsked = parent?.type.endsWith('MemberExpression') && 'object' in parent && parent.object === node;
  return !isAsked && !(parent !== null && 'callee' in parent && parent.callee === node);
}

interface Change {
  readonly node: t.Node;
  readonly object: t.Node;
  /** Null where only running the program would tell. */
  readonly key: string | null;
}

const changesIn = perScan((scan: ScanContext): readonly Change[] => {
  const deleted = nodesOf(scan, 'UnaryExpression').flatMap(({ operator, argument }) =>
    operator === 'delete' && argument.type === 'MemberExpression' ? [argument] : [],
  );
  const members = [...memberTargets(scan), ...deleted].map(
    (node): Change => ({ node, object: node.object, key: staticKey(node) }),
  );
  const calls = callsByName(scan)
    .ofAny(writing)
    .flatMap((node): readonly Change[] => {
      const [object] = node.arguments;
      if (object === undefined || !keyWritersOfFirst.has(nameOf(node.callee))) return [];
      return keysGiven(node.arguments.slice(1)).map((key) => ({ node, object, key }));
    });
  return [...members, ...calls];
});

/** `Object.assign(object, { key: value })`, `Object.defineProperty(object, 'key', …)` */
function keysGiven(given: readonly t.Node[]): readonly (string | null)[] {
  const [first] = given;
  if (first?.type !== 'ObjectExpression') return [first ? literalKey(first) : null];
  return given.flatMap((source): readonly (string | null)[] =>
    source.type === 'ObjectExpression'
      ? source.properties.map((property) => (property.type === 'SpreadElement' ? null : staticKey(property)))
      : [null],
  );
}

/** `assign` of `Object.assign`, and so on. */
const writing: ReadonlySet<string> = new Set([...keyWritersOfFirst].map((name) => name.split('.').at(-1)!));

function nameOf(callee: t.Node): string {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return '';
  return `${callee.object.name}.${staticKey(callee)}`;
}

function keysOf(changes: readonly Change[], mayBeShared: (object: t.Node) => boolean): readonly string[] {
  const keys = changes.flatMap(({ object, key }) => key ?? (mayBeShared(object) ? ANY_KEY : []));
  return [...new Set(keys)];
}

/** Whether a variable holds nothing but what the file spells out where the variable is declared. */
function isMadeHere(scan: ScanContext, identifier: t.Identifier): boolean {
  const places = placesOfBinding(scan, identifier);
  return (
    places.length > 0 &&
    places.every((parent) =>
      parent?.type === 'VariableDeclarator'
        ? isSpelledOut(parent.init?.type ?? '')
        : parent?.type === 'FunctionDeclaration' || parent?.type === 'ClassDeclaration',
    )
  );
}

/** What stands around each name by which a variable is declared or written to. */
function placesOfBinding(scan: ScanContext, identifier: t.Identifier): readonly (t.Node | null)[] {
  const binding = scan.scopes.referenceOf(identifier)?.binding;
  const written = (binding?.writes ?? []).map(({ node }) => node);
  return [...new Set([...written, ...(binding?.declarations ?? [])])].map((node) => parentOf(node));
}
