import type * as t from '@babel/types';
import { declarationOf } from '../../syntax/declaration.ts';
import { staticKey } from '../../syntax/keys.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { firstRunsOf } from '../exports/first-runs.ts';
import { placesOf } from '../exports/places.ts';
import { isWriteTarget } from '../nodes.ts';
import { perScan } from '../per-scan.ts';
import { constantOf } from './builtin-objects.ts';
import { handsOutThis, isHanding } from './handing-accessors.ts';
import { isCalled, isObjectOf, kindBehind, kindOf, leaksOfKind } from './staying.ts';

/**
 * Tells the objects that the file makes at its top level and that nobody else has got hold of when something is done with
 * them there: `F` and `F.prototype` of its functions and classes, and members of a literal. So nobody else can have put
 * an accessor on the former, or another object in the place of the latter.
 */
export const unsharedObjects: (scan: ScanContext) => (object: t.Node, at: t.Node) => boolean = perScan(
  (scan) => {
    const places = placesOf(scan);
    const runs = firstRunsOf(scan);
    const ofKinds = new Map<Binding, number>();
    const ofHolders = new Map<Binding, number>();

    function firstOf(known: Map<Binding, number>, binding: Binding, find: () => readonly t.Node[]): number {
      let offset = known.get(binding);
      if (offset === undefined) {
        offset = find().reduce((first, node) => Math.min(first, timeOf(node)), Number.POSITIVE_INFINITY);
        known.set(binding, offset);
      }
      return offset;
    }

    function timeOf(node: t.Node): number {
      const { region, shifts } = places.of(node);
      return region === null ? (shifts[0] ?? node.start!) : runs.of(region);
    }

    return (object, at) => {
      const { region, loop } = places.of(at);
      if (region !== null) return false;
      const moment = loop === null ? at.start! : loop.end!;
      const kind = kindBehind(scan, object);
      if (kind !== null) return firstOf(ofKinds, kind, () => leaksOfKind(scan, kind)) > moment;
      const part = partOfLiteral(scan, object);
      return part !== null && firstOf(ofHolders, part.holder, () => leaksOfHolder(scan, part)) > moment;
    };
  },
);

/** The calls that get a function or class of the file, or the prototype of one. */
export const callsGiven: (scan: ScanContext) => (kind: Binding) => readonly t.Node[] = perScan((scan) => {
  const known = new Map<Binding, readonly t.Node[]>();
  return (kind) => {
    const calls = known.get(kind) ?? leaksOfKind(scan, kind).flatMap(callWith);
    known.set(kind, calls);
    return calls;
  };
});

function callWith(name: t.Node): readonly t.Node[] {
  let at = name;
  for (let around = parentOf(at); around && isObjectOf(at, around); around = parentOf(at)) at = around;
  const call = parentOf(at)!;
  return 'arguments' in call && (call.arguments as readonly t.Node[]).includes(at) ? [call] : [];
}

/** A literal that a variable holds, of which all parts that are alike count as one. */
interface Part {
  readonly holder: Binding;
  readonly literal: t.ObjectExpression;
  readonly kinds: ReadonlySet<Binding>;
}

/** The literal of `holder.key`, for a member that always is what the literal says: `{}`, or `new Kind()`. */
function partOfLiteral(scan: ScanContext, object: t.Node): Part | null {
  if (object.type !== 'MemberExpression' || object.object.type !== 'Identifier') return null;
  const key = staticKey(object);
  const literal = constantOf(scan, object.object);
  const holder = scan.scopes.referenceOf(object.object)?.binding;
  if (key === null || literal?.type !== 'ObjectExpression' || !holder || holder.scope.dynamic) return null;
  const values = literal.properties.map((property) =>
    property.type === 'ObjectProperty' && isOwnKey(staticKey(property)) ? property : null,
  );
  const made = values.filter((property) => property !== null && staticKey(property) === key);
  if (values.includes(null) || made.length !== 1 || !isMade(scan, made[0]!.value)) return null;
  if (holder.references.some(({ node }) => mayReplace(node, key))) return null;
  const kinds = values.flatMap((property) => madeOf(scan, property!.value) ?? []);
  return { holder, literal, kinds: new Set(kinds) };
}

/** An object literal that inherits nothing new, or `new Kind()` for a class of the file that keeps what it makes. */
function isMade(scan: ScanContext, value: t.Node): boolean {
  if (value.type === 'ObjectExpression')
    return value.properties.every(
      (property) => property.type !== 'SpreadElement' && isOwnKey(staticKey(property)),
    );
  return madeOf(scan, value) !== null;
}

function madeOf(scan: ScanContext, value: t.Node): Binding | null {
  const kind = value.type === 'NewExpression' ? kindOf(scan, value.callee) : null;
  const declaration = kind && declarationOf(kind);
  return declaration?.type === 'ClassDeclaration' && !handsOutThis(scan, declaration) ? kind : null;
}

function isOwnKey(key: string | null): boolean {
  return key !== null && key !== '__proto__';
}

/** `holder.key = …`, `holder[key] = …` */
function mayReplace(name: t.Node, key: string): boolean {
  const member = parentOf(name);
  if (member?.type !== 'MemberExpression' || member.object !== name || !isWriteTarget(member)) return false;
  const written = staticKey(member);
  return written === null || written === key;
}

/** Where somebody may get hold of what the literal holds, or of the prototype of that. */
function leaksOfHolder(scan: ScanContext, { holder, literal, kinds }: Part): readonly t.Node[] {
  const isPart = ({ parent, value }: { parent: t.Node | null; value: t.Node }): boolean =>
    parent?.type === 'NewExpression' && parent.callee === value && parentOf(parentOf(parent)!) === literal;
  const ofKinds = [...kinds].flatMap((kind) =>
    leaksOfKind(scan, kind).filter((node) => !isPart({ parent: parentOf(node), value: node })),
  );
  const named = holder.references.flatMap(({ node }) => (staysHere(scan, node) ? [] : [node]));
  return [...named, ...ofKinds];
}

/** `holder.key.other`, read or written; `holder.key = value` */
function staysHere(scan: ScanContext, name: t.Node): boolean {
  const part = parentOf(name)!;
  if (part.type === 'VariableDeclarator') return part.id === name;
  if (!isObjectOf(name, part) || isHanding(scan, part)) return false;
  const member = parentOf(part)!;
  if (isWriteTarget(part)) return isOwnKey(staticKey(part));
  if (!isObjectOf(part, member) || isCalled(member, parentOf(member)!) || isHanding(scan, member))
    return false;
  const key = staticKey(member);
  return isWriteTarget(member) ? isOwnKey(key) : isOwnKey(key) && key !== 'constructor';
}
