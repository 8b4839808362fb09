import type * as t from '@babel/types';
import { declarationOf, initOf } from '../../syntax/declaration.ts';
import { staticKey } from '../../syntax/keys.ts';
import { hasPrimitiveValue, isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { perScan } from '../per-scan.ts';
import { pureConstructors } from '../timeline/known-globals.ts';
import { unseenCallsOf } from '../timeline/unseen.ts';
import { isRequire, usesOfFilled } from './foreign-objects.ts';
import { type Place, type Places, placesOf } from './places.ts';
import { type IsOpen, objectFunction, unseenSpots } from './unseen-spots.ts';

/** Something at top level on which functions of the file may run that are within reach. */
export interface Occasion {
  readonly offset: number;
  /** Without cycles it leads to no function of the file. */
  readonly isRequire: boolean;
}

/** In order, as long as the file has made no proxy. */
export const occasionsOf = perScan((context) => findOccasions(context, false));

/** The same once it has: whatever is done with a proxy runs functions (ECMA-262 §10.5). */
export const occasionsWithProxies = perScan((context) => findOccasions(context, true));

/** What is in a loop may come again until the loop is done. */
function findOccasions(context: ScanContext, proxies: boolean): readonly Occasion[] {
  const places = placesOf(context);
  const occasions: Occasion[] = [];
  for (const node of nodesAtTopLevel(context, places, proxies)) {
    const place = places.of(node);
    const isRequired = isRequire(node, context);
    occasions.push({ offset: offsetOfOccasion(node, place), isRequire: isRequired });
    if (place.loop !== null) occasions.push({ offset: place.loop.end!, isRequire: isRequired });
  }
  return occasions.sort((a, b) => a.offset - b.offset);
}

/** After its arguments were evaluated, and before anything is complete that ends with it: `exports.a = f()`. */
export function offsetOfOccasion(node: t.Node, { shifts }: Place): number {
  return shifts[0] ?? node.end! - 1;
}

const calling = ['CallExpression', 'NewExpression', 'TaggedTemplateExpression'] as const;

/** Calls, and what calls functions of the file without being one. */
function nodesAtTopLevel(context: ScanContext, places: Places, proxies: boolean): readonly t.Node[] {
  const busy = new Set<t.Node>();
  const note = (nodes: Iterable<t.Node>): readonly t.Node[] => {
    const atTop: t.Node[] = [];
    for (const node of nodes) {
      const { region } = places.of(node);
      if (region === null) atTop.push(node);
      else busy.add(region);
    }
    return atTop;
  };
  const calls = note(calling.flatMap((type): readonly t.Node[] => nodesOf(context, type)));
  const others = [...note(usesOfFilled(context)), ...unseen(context, busy, note, proxies)];
  return [...calls.filter((node) => !callsBackNothing(node, context, places, busy)), ...others];
}

/**
 * Where the language runs functions of the file that may run others in turn: those in which something is called, `busy`
 * ones, and those that are not known. The rest count where they are put: see `reachesOf`.
 */
function unseen(
  context: ScanContext,
  busy: ReadonlySet<t.Node>,
  note: (nodes: Iterable<t.Node>) => readonly t.Node[],
  proxies: boolean,
): readonly t.Node[] {
  let found: readonly t.Node[] = [];
  // What runs such a function is such a function itself.
  for (let known = -1; known !== busy.size; ) {
    known = busy.size;
    const isOpen = proxies ? () => true : leadingOn(context, busy);
    found = isOpen === null ? [] : note(unseenSpots(context, isOpen));
  }
  return found;
}

/** @returns null where nothing is */
function leadingOn(context: ScanContext, busy: ReadonlySet<t.Node>): IsOpen | null {
  const isLeading = (node: t.Node | null): boolean => {
    const fn = node && functionBehind(node, context);
    return fn ? busy.has(fn) : !node?.type.endsWith('Literal');
  };
  const leading = unseenCallsOf(context).keysOf((nodes) => nodes.some(isLeading));
  if (leading.size === 0) return null;
  return (occasion, key) => {
    const keys = leading.get(occasion);
    return keys !== undefined && (key === null || keys.has(null) || keys.has(key));
  };
}

/** A function, or that which a name stands for. */
function functionBehind(node: t.Node, { scopes }: ScanContext): t.Function | null {
  if (isFunction(node)) return node;
  const reference = node.type === 'Identifier' ? scopes.referenceOf(node) : undefined;
  if (!reference?.binding || reference.dynamic) return null;
  const { kind, declarations, writes } = reference.binding;
  const declaration = declarationOf(reference.binding);
  if (declarations.length !== 1) return null;
  if (declaration?.type === 'FunctionDeclaration')
    return kind === 'function' && writes.length === 0 ? declaration : null;
  const init = initOf(declarations[0]!);
  return writes.length === 1 && init !== null && isFunction(init) ? init : null;
}

/** `new Set(['a', 'b'])`: it calls `Set.prototype.add`, and goes through a list, with which the file does nothing. */
function isMadeOfLiterals({ callee, arguments: given }: t.NewExpression, { scopes }: ScanContext): boolean {
  if (callee.type !== 'Identifier' || !pureConstructors.has(callee.name)) return false;
  const asIs = [callee.name, 'Array'].every((name) =>
    (scopes.free.get(name) ?? []).every(({ node, dynamic }) => !dynamic && isLeftAsIs(node)),
  );
  return asIs && scopes.referenceOf(callee)?.binding === null && given.every(isOfLiterals);
}

/** `new Name()`, `x instanceof Name`, `Name.key()` */
function isLeftAsIs(name: t.Node): boolean {
  const user = parentOf(name)!;
  if (user.type === 'NewExpression') return user.callee === name;
  if (user.type === 'BinaryExpression') return user.operator === 'instanceof';
  if (user.type !== 'MemberExpression' || user.object !== name || staticKey(user) === null) return false;
  const call = parentOf(user)!;
  return call.type === 'CallExpression' && call.callee === user;
}

function isOfLiterals(node: t.Node): boolean {
  if (node.type === 'ArrayExpression')
    return node.elements.every((element) => element !== null && isOfLiterals(element));
  return hasPrimitiveValue(node);
}

/**
 * Calls that lead to no function of the file but the one that is called, if any: of functions that run where they stand,
 * of functions that run no others, and of methods of `Object`, which count by what they look at.
 */
function callsBackNothing(
  node: t.Node,
  context: ScanContext,
  places: Places,
  busy: ReadonlySet<t.Node>,
): boolean {
  if (node.type === 'NewExpression') return isMadeOfLiterals(node, context);
  if (node.type !== 'CallExpression') return false;
  const { callee } = node;
  const inPlace = callee.type === 'MemberExpression' ? callee.object : callee;
  if (isFunction(inPlace) && places.runsInPlace(inPlace)) return true;
  const fn = functionBehind(callee, context);
  const method = objectFunction(node, context);
  return fn !== null ? !busy.has(fn) : method !== null && method !== 'groupBy';
}
