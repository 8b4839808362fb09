import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import type { RunFacts, RunValue } from '../facts.ts';
import { nodesOf } from '../nodes.ts';
import type { Handed } from './handed.ts';
import type { Regions } from './regions.ts';

export interface Accessor {
  /** Null where it is computed, or not known. */
  readonly key: string | null;
  /** What reading or writing it runs. */
  readonly values: readonly RunValue[];
}

/** The accessors that a file makes: `get key() {}` in a literal or class, or `{ get: f }` in a property descriptor. */
export function accessorsOf(scan: ScanContext, regions: Regions, handed: Handed): readonly Accessor[] {
  const found: Accessor[] = [];
  const isDescriptor = descriptorsIn(scan);
  for (const node of [...nodesOf(scan, 'ObjectMethod'), ...nodesOf(scan, 'ClassMethod')]) {
    if (node.kind === 'get' || node.kind === 'set') {
      found.push({ key: staticKey(node), values: [regions.own(node)] });
    } else if (node.type === 'ObjectMethod' && isHalfOfAccessor(node) && isDescriptor(parentOf(node)!)) {
      found.push({ key: keyDescribed(node), values: [regions.own(node)] });
    }
  }
  for (const node of nodesOf(scan, 'ObjectProperty')) {
    if (isHalfOfAccessor(node) && isDescriptor(parentOf(node)!)) {
      found.push({ key: keyDescribed(node), values: handed.by(node.value) });
    }
  }
  return found;
}

function isHalfOfAccessor(node: t.ObjectMethod | t.ObjectProperty): boolean {
  const key = staticKey(node);
  return key === 'get' || key === 'set';
}

const defining: ReadonlySet<string> = new Set(['create', 'defineProperties', 'defineProperty']);

/** Tells the object literals that may be property descriptors: where one is held by a variable, any may be. */
function descriptorsIn(scan: ScanContext): (literal: t.Node) => boolean {
  const calls = nodesOf(scan, 'CallExpression').filter(
    ({ callee }) => callee.type === 'MemberExpression' && defining.has(staticKey(callee) ?? ''),
  );
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
function keyDescribed(half: t.Node): string | null {
  const descriptor = parentOf(half)!;
  const user = parentOf(descriptor);
  if (user?.type === 'ObjectProperty') return staticKey(user);
  const key = user?.type === 'CallExpression' && user.arguments[2] === descriptor ? user.arguments[1] : null;
  return key?.type === 'StringLiteral' ? key.value : null;
}

/** The keys that are read from anything. */
export function keysRead(scan: ScanContext, regions: Regions): RunFacts['reads'] {
  const [atTop, later] = [new Set<string>(), new Set<string>()];
  for (const kind of ['MemberExpression', 'OptionalMemberExpression'] as const) {
    for (const node of nodesOf(scan, kind)) {
      const key = staticKey(node);
      if (key !== null) (regions.around(node) === 0 ? atTop : later).add(key);
    }
  }
  return { atTop: [...atTop], later: [...later] };
}

/** Where reading or writing a member may run one of them. */
export function* accessorReads(
  scan: ScanContext,
  accessors: readonly Accessor[],
): Generator<{ place: t.Node; values: readonly RunValue[] }> {
  if (accessors.length === 0) return;
  const reading = (place: t.Node, key: string | null) =>
    accessors
      .filter((accessor) => key === null || accessor.key === null || accessor.key === key)
      .map(({ values }) => ({ place, values }));
  for (const kind of ['MemberExpression', 'OptionalMemberExpression'] as const) {
    for (const node of nodesOf(scan, kind)) yield* reading(node, staticKey(node));
  }
  for (const node of nodesOf(scan, 'ObjectPattern')) {
    for (const property of node.properties) {
      yield* reading(property, property.type === 'ObjectProperty' ? staticKey(property) : null);
    }
  }
  for (const node of nodesOf(scan, 'SpreadElement')) yield* reading(node, null);
  for (const node of nodesOf(scan, 'CallExpression')) if (takesApart(node)) yield* reading(node, null);
}

const takingApart: ReadonlySet<string> = new Set(['assign', 'entries', 'stringify', 'values']);

function takesApart({ callee }: t.CallExpression): boolean {
  return callee.type === 'MemberExpression' && takingApart.has(staticKey(callee) ?? '');
}
