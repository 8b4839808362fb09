import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import type { RunValue } from '../facts.ts';
import { nodesOf } from '../nodes.ts';
import { definedByMethod } from '../timeline/puts.ts';
import { optionsOf } from '../timeline/value.ts';
import type { Values } from '../timeline/values.ts';
import { constantOf } from './builtin-objects.ts';
import { isCopiedGetter } from './copied-getters.ts';
import type { Handed } from './handed.ts';
import type { Regions } from './regions.ts';

export interface Accessor {
  /** Null where it is computed, or not known. */
  readonly key: string | null;
  /**
   * What has it: an object literal, the instances of a class, the class itself, or what a descriptor is given for, be it
   * an object that the file has made or any.
   */
  readonly holder: 'literal' | 'instance' | 'class' | 'described' | 'foreign';
  /** The require whose value it is made for, where it is that. */
  readonly on: number | null;
  /** The region that makes it. */
  readonly within: number;
  /** What reading or writing it runs. */
  readonly values: readonly RunValue[];
}

/**
 * The accessors that a file makes: `get key() {}` in a literal or class, `{ get: f }` in a property descriptor,
 * `object.__defineGetter__('key', f)`, and by descriptors that other modules made.
 */
export function accessorsOf(
  scan: ScanContext,
  regions: Regions,
  handed: Handed,
  values: Values,
): readonly Accessor[] {
  const found: Accessor[] = [];
  const isDescriptor = descriptorsIn(scan);
  for (const node of [...nodesOf(scan, 'ObjectMethod'), ...nodesOf(scan, 'ClassMethod')]) {
    if (node.kind === 'get' || node.kind === 'set') {
      found.push({
        key: staticKey(node),
        holder: holderOf(node),
        on: null,
        within: regions.around(parentOf(node)!),
        values: [regions.own(node)],
      });
    } else if (node.type === 'ObjectMethod' && isHalfOfAccessor(node) && isDescriptor(parentOf(node)!)) {
      found.push(described(node, [regions.own(node)]));
    }
  }
  for (const node of nodesOf(scan, 'ObjectProperty')) {
    if (isHalfOfAccessor(node) && isDescriptor(parentOf(node)!)) {
      const name = nameDescribed(node);
      const isCopied = (value: t.Node): boolean => isCopiedGetter(scan, value, name);
      found.push(described(node, isCopied(node.value) ? [] : handed.made(node.value, isCopied)));
    }
  }
  for (const { key, object, value } of definedByMethod(scan)) {
    const within = regions.around(object);
    found.push({ key, holder: 'foreign', on: requireOf(object), within, values: handed.by(value) });
  }
  for (const node of nodesOf(scan, 'CallExpression')) {
    const { callee, arguments: list } = node;
    const descriptor = isDefining(callee) && list.length > 1 ? list.at(-1)! : null;
    if (descriptor === null || descriptor.type === 'ObjectExpression') continue;
    const given = handed.values(values.of(descriptor)).filter(({ kind }) => kind === 'required');
    const key = list.length > 2 && list[1]!.type === 'StringLiteral' ? list[1]!.value : null;
    const within = regions.around(node);
    if (given.length > 0)
      found.push({ key, holder: 'foreign', on: requireOf(list[0]!), within, values: given });
  }
  return found;

  function requireOf(object: t.Node | null): number | null {
    const [value] = object ? optionsOf(values.of(object)) : [];
    return value?.kind === 'required' && !value.result ? value.require : null;
  }

  function described(half: t.ObjectMethod | t.ObjectProperty, run: readonly RunValue[]): Accessor {
    const target = targetOf(half);
    const made = target?.type === 'Identifier' ? constantOf(scan, target) : null;
    return {
      key: keyDescribed(half),
      holder: made?.type === 'ObjectExpression' ? 'described' : 'foreign',
      on: requireOf(target),
      within: regions.around(parentOf(half)!),
      values: run,
    };
  }
}

/** The `target` of `Object.defineProperty(target, 'key', { get })`, also of `Object.defineProperties`. */
function targetOf(half: t.Node): t.Node | null {
  const descriptor = parentOf(half)!;
  const user = parentOf(descriptor);
  const call = user?.type === 'ObjectProperty' ? parentOf(parentOf(user)!) : user;
  return call?.type === 'CallExpression' ? (call.arguments[0] ?? null) : null;
}

/** What `Object.defineProperty` gets as a whole may be a literal with accessors in it, for any object. */
function holderOf(node: t.ObjectMethod | t.ClassMethod): Accessor['holder'] {
  if (node.type === 'ObjectMethod') return 'literal';
  return node.static ? 'class' : 'instance';
}

export function isHalfOfAccessor(node: t.ClassMethod | t.ObjectMethod | t.ObjectProperty): boolean {
  const key = staticKey(node);
  return key === 'get' || key === 'set';
}

const defining: ReadonlySet<string> = new Set(['create', 'defineProperties', 'defineProperty']);

function isDefining(callee: t.Node): boolean {
  return callee.type === 'MemberExpression' && defining.has(staticKey(callee) ?? '');
}

/** Tells the object literals that may be property descriptors: where one is held by a variable, any may be. */
function descriptorsIn(scan: ScanContext): (literal: t.Node) => boolean {
  const calls = nodesOf(scan, 'CallExpression').filter(({ callee }) => isDefining(callee));
  const given = new Set<t.Node | undefined>(calls.map(({ arguments: list }) => list.at(-1)));
  const isOpen = calls.some(
    ({ arguments: list }) => list.length > 1 && list.at(-1)!.type !== 'ObjectExpression',
  );
  return (literal) => {
    if (literal.type !== 'ObjectExpression' || parentOf(literal)?.type === 'NewExpression') return false;
    const property = parentOf(literal);
    return (
      isOpen || given.has(literal) || (property?.type === 'ObjectProperty' && given.has(parentOf(property)!))
    );
  };
}

/** `Object.defineProperty(x, 'key', { get })`, and `{ key: { get } }` for several at once. */
export function keyDescribed(half: t.Node): string | null {
  const user = parentOf(parentOf(half)!);
  if (user?.type === 'ObjectProperty') return staticKey(user);
  const key = nameDescribed(half);
  return key?.type === 'StringLiteral' ? key.value : null;
}

/** The `name` of `Object.defineProperty(x, name, { get })` */
function nameDescribed(half: t.Node): t.Node | null {
  const descriptor = parentOf(half)!;
  const user = parentOf(descriptor);
  return user?.type === 'CallExpression' && user.arguments[2] === descriptor
    ? (user.arguments[1] ?? null)
    : null;
}
