import type * as t from '@babel/types';
import { initOf } from '../../syntax/declaration.ts';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import type { ReadKey, RunReads, RunValue, Unseen, UnseenRead } from '../facts.ts';
import { nodesOf } from '../nodes.ts';
import { ownerOfThis } from '../owner.ts';
import { perScan } from '../per-scan.ts';
import { pureFunctions, writersOfFirst } from '../timeline/known-globals.ts';
import { unseenUses } from '../timeline/unseen-uses.ts';
import { optionsOf, type Value } from '../timeline/value.ts';
import type { Values } from '../timeline/values.ts';
import type { Accessor } from './accessors.ts';
import {
  holdsBuiltinObject,
  isBuiltinObject,
  isKeptToItself,
  isKeyOfLoop,
  isNumber,
} from './builtin-objects.ts';
import { parameterBehind } from './parameters.ts';
import type { Regions } from './regions.ts';
import { kindOf } from './staying.ts';
import { callsGiven, unsharedObjects } from './unshared.ts';

interface Reading {
  readonly place: t.Node;
  /** Null where the object is not followed. */
  readonly object: t.Node | null;
  readonly key: ReadKey;
}

/** Every index of a list counts as one key. */
export function asRead(key: ReadKey): ReadKey {
  return key !== null && /^(?:-?\d|-?Infinity|NaN)/.test(key) ? INDEX : key;
}

export const INDEX = '0';

/** What each region does with values that may have come from elsewhere. */
export function readsByRegion(scan: ScanContext, regions: Regions, values: Values): readonly RunReads[] {
  const found = new Map<number, ReadsFound>();
  const readAround = (place: t.Node): ReadsFound => {
    const region = regions.around(place);
    const known = found.get(region) ?? { keys: new Set(), requires: new Set(), unseen: new Map() };
    found.set(region, known);
    return known;
  };
  const isPlainExports = plainExportsOf(scan);
  const isUnshared = unsharedObjects(scan);
  const isMade = (object: t.Node): boolean =>
    isPlainExports(object) || isBuiltinObject(scan, object) || holdsBuiltinObject(scan, object);
  // What the file has handed out of its functions may have got accessors.
  const callsWith = callsGiven(scan);
  const isLeftOut = (object: t.Node, options: readonly Value[], place: t.Node): boolean => {
    if (options.every(isFollowed)) return true;
    if (!options.every(isFollowedOrFunction)) return false;
    const kind = kindOf(scan, object);
    return kind === null || (regions.around(place) !== 0 && callsWith(kind).length === 0);
  };
  for (const { place, object, key } of readings(scan)) {
    if (object === null) {
      readAround(place).keys.add(key);
      continue;
    }
    if (isMade(object)) continue;
    const value = values.of(object);
    if (isLeftOut(object, optionsOf(value), place)) continue;
    if (isUnshared(object, place) || isGoneThrough(place, value)) continue;
    const read = readAround(place);
    read.keys.add(key);
    const kind = kindOf(scan, object);
    const keepers = (kind === null ? [] : callsWith(kind)).map((call) =>
      values.of((call as t.CallExpression).callee),
    );
    for (const option of [value, ...keepers].flatMap(optionsOf))
      if (option.kind === 'required') read.requires.add(option.require);
  }
  for (const { kind, place, object } of unseenUses(scan)) {
    if (isMade(object)) continue;
    const value = values.of(object);
    if (optionsOf(value).every(isFollowedOrOwn)) continue;
    const read = {
      kind,
      key: keyOfRequired(value),
      from: isUnderKey(value) ? { require: value.require, path: value.path } : null,
      of: parameterOf(scan, regions, place, object),
    };
    readAround(place).unseen.set(JSON.stringify(read), read);
  }
  return regions.nodes.map((_, region) => {
    const read = found.get(region);
    return read === undefined
      ? nothingRead
      : { keys: [...read.keys], requires: [...read.requires], unseen: [...read.unseen.values()] };
  });
}

interface ReadsFound {
  readonly keys: Set<ReadKey>;
  readonly requires: Set<number>;
  readonly unseen: Map<string, UnseenRead>;
}

const nothingRead: RunReads = { keys: [], requires: [], unseen: [] };

/** What is gone through is told below, with the key that it has. */
function isGoneThrough(place: t.Node, value: Value): boolean {
  const isList = place.type === 'SpreadElement' && parentOf(place)?.type !== 'ObjectExpression';
  return (isList || place.type === 'ArrayPattern') && keyOfRequired(value) !== null;
}

function keyOfRequired(value: Value): string | null {
  return value.kind === 'required' && !value.result ? (value.path.at(-1) ?? null) : null;
}

/** The parameter of the function around that something is done with. */
function parameterOf(scan: ScanContext, regions: Regions, place: t.Node, object: t.Node): number | null {
  const parameter = parameterBehind(scan, object);
  const isOwn = parameter !== null && regions.indexOf(parameter.owner) === regions.around(place);
  return isOwn ? parameter.index : null;
}

/** A member of what is required. */
function isUnderKey(value: Value): value is Extract<Value, { kind: 'required' }> {
  return value.kind === 'required' && !value.result && value.path.length > 0;
}

/** What is converted is a primitive nearly always; of objects, those count that others made. */
function isFollowedOrOwn(value: Value): boolean {
  return isFollowedOrFunction(value) || value.kind === 'own';
}

function isFollowedOrFunction(value: Value): boolean {
  return isFollowed(value) || value.kind === 'function';
}

/** What is required is followed by its uses. */
function isFollowed(value: Value): boolean {
  return isRequired(value) || value.kind === 'global';
}

/** Where reading or writing a member may run an accessor of the file, once for each part of it, and what that runs. */
export function* accessorReads(
  scan: ScanContext,
  regions: Regions,
  accessors: readonly Accessor[],
  values: Values,
): Generator<{ place: t.Node; values: readonly RunValue[] }> {
  if (accessors.length === 0) return;
  const mayHave = holding(scan, values);
  const told = regions.nodes.map(() => new Set<Accessor>());
  for (const { place, object, key } of readings(scan)) {
    const toldHere = told[regions.around(place)]!;
    for (const accessor of toldHere.size === accessors.length ? [] : accessors) {
      if (!isKey(accessor.key, key) || toldHere.has(accessor)) continue;
      if (object !== null && !mayHave(object, key, accessor.holder)) continue;
      toldHere.add(accessor);
      yield { place, values: accessor.values };
    }
  }
}

/** Something converted or gone through that may be an object of the file, and the parameter of the function around that it is. */
interface OwnUnseenUse {
  readonly kind: Unseen;
  readonly place: t.Node;
  readonly of: number | null;
}

/**
 * Where that is done, once for each part of the file and parameter.
 *
 * @param isRun whether it runs anything
 */
export function* ownUnseenUses(
  scan: ScanContext,
  regions: Regions,
  values: Values,
  isRun: (kind: Unseen) => boolean,
): Generator<OwnUnseenUse> {
  const mayHave = holding(scan, values);
  const told = new Set<string>();
  for (const { kind, place, object } of unseenUses(scan)) {
    if (!isRun(kind)) continue;
    const of = parameterOf(scan, regions, place, object);
    const key = `${regions.around(place)} ${kind} ${of}`;
    // What is found under a key of another module is told there.
    if (told.has(key) || (kind === 'convert' && isUnderKey(values.of(object)))) continue;
    if (isNumber(scan, object) || isKeyOfLoop(scan, object) || !mayHave(object, null, 'literal')) continue;
    told.add(key);
    yield { kind, place, of };
  }
}

function isKey(key: ReadKey, read: ReadKey): boolean {
  return key === null || read === null || asRead(key) === read;
}

function* readings(scan: ScanContext): Generator<Reading> {
  for (const node of nodesOf(scan, 'MemberExpression')) {
    const isIndex = node.computed && isNumber(scan, node.property);
    yield { place: node, object: node.object, key: isIndex ? INDEX : asRead(staticKey(node)) };
  }
  for (const node of nodesOf(scan, 'ObjectPattern')) {
    for (const property of node.properties) {
      const key = property.type === 'ObjectProperty' ? asRead(staticKey(property)) : null;
      yield { place: property, object: initOf(node), key };
    }
  }
  for (const node of nodesOf(scan, 'SpreadElement')) {
    // Only an object literal takes all keys; a list takes what the iterator gives.
    const isList = parentOf(node)?.type !== 'ObjectExpression';
    yield { place: node, object: node.argument, key: isList ? INDEX : null };
  }
  for (const node of nodesOf(scan, 'ArrayPattern')) yield { place: node, object: initOf(node), key: INDEX };
  for (const node of nodesOf(scan, 'CallExpression'))
    if (takesApart(node)) yield { place: node, object: null, key: null };
}

const takingApart: ReadonlySet<string> = new Set(['assign', 'entries', 'stringify', 'values']);

function takesApart({ callee }: t.CallExpression): boolean {
  if (callee.type !== 'MemberExpression') return false;
  const isReflect = callee.object.type === 'Identifier' && callee.object.name === 'Reflect';
  return isReflect || takingApart.has(staticKey(callee) ?? '');
}

/** Tells whether an object may have the accessors of a holder. */
function holding(
  scan: ScanContext,
  values: Values,
): (object: t.Node, key: ReadKey, holder: Accessor['holder']) => boolean {
  const isPlainExports = plainExportsOf(scan);
  return (object, key, holder) => {
    if (isPlainExports(object) || isBuiltinObject(scan, object)) return false;
    if (isKeptToItself(scan, object)) return false;
    const options = optionsOf(values.of(object));
    if (options.every((option) => option.kind === 'global' && isFixed(option.name, key))) return false;
    if (holder !== 'foreign' && options.every(isRequired)) return false;
    const isFunction = options.every(({ kind }) => kind === 'function');
    if (isFunction && (holder === 'instance' || key === 'prototype')) return false;
    return (holder !== 'instance' && holder !== 'class') || !holdsBuiltinObject(scan, object);
  };
}

/** The exports of another module: they are none of the objects that this file makes. */
function isRequired(value: Value): boolean {
  return value.kind === 'required' && !value.result && value.path.length === 0;
}

/** `module.exports`, and functions of the language: nobody makes accessors of these. */
function isFixed(name: string, key: ReadKey): boolean {
  const member = `${name}.${key}`;
  return name === 'module' || pureFunctions.has(member) || writersOfFirst.has(member);
}

/**
 * Tells the first exports object, where the file does nothing with it but name its keys: nobody gave it accessors then.
 */
export const plainExportsOf: (scan: ScanContext) => (node?: t.Node) => boolean = perScan((scan) => {
  const { free } = scan.scopes;
  const ofModule = (free.get('module') ?? []).map(({ node }) => parentOf(node)!);
  const mentions = new Set<t.Node>([...(free.get('exports') ?? []).map(({ node }) => node), ...ofModule]);
  for (const node of mentions) for (const alias of aliasesOf(scan, node)) mentions.add(alias);
  const isPlain =
    ofModule.every((node) => node.type === 'MemberExpression' && staticKey(node) === 'exports') &&
    [...mentions].every((node) => isObjectOfMember(node) || constantFor(node) !== null) &&
    !nodesOf(scan, 'ThisExpression').some((node) => !isFunction(ownerOfThis(node)));
  return (node) => isPlain && (node === undefined || mentions.has(node));
});

/** The uses of `const name = exports`. */
function aliasesOf(scan: ScanContext, node: t.Node): readonly t.Node[] {
  const id = constantFor(node);
  const binding = id && scan.scopes.referenceOf(id)?.binding;
  return binding ? binding.references.filter((use) => use.node !== id).map((use) => use.node) : [];
}

function constantFor(node: t.Node): t.Identifier | null {
  const declarator = parentOf(node);
  if (declarator?.type !== 'VariableDeclarator' || declarator.init !== node) return null;
  const declaration = parentOf(declarator);
  const isConstant = declaration?.type === 'VariableDeclaration' && declaration.kind === 'const';
  return isConstant && declarator.id.type === 'Identifier' ? declarator.id : null;
}

function isObjectOfMember(node: t.Node): boolean {
  const parent = parentOf(node);
  return parent?.type === 'MemberExpression' && parent.object === node;
}
