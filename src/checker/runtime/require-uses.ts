import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import type { RuntimeUse } from '../facts.ts';
import { isShorthandValue, isWriteTarget } from '../nodes.ts';
import { callOf } from '../requires/calls.ts';
import { comparedWithModule } from './main-tests.ts';
import type { FeatureUse } from './use.ts';

const membersOfRequire: ReadonlyMap<string, RuntimeUse['feature']> = new Map([
  ['cache', 'require.cache'],
  ['extensions', 'require.extensions'],
  ['main', 'require.main'],
  ['resolve', 'require.resolve'],
] as const);

/** Uses of the wrapper's `require` that are no call of it: its members, `typeof`, and the function as a value. */
export function* requireUses(scan: ScanContext): Generator<FeatureUse> {
  for (const { node } of scan.scopes.free.get('require') ?? []) {
    const parent = parentOf(node)!;
    if (callOf(node) !== null) continue;
    if (isMemberOf(parent, node)) yield memberUse(scan, parent);
    else if (isTypeof(parent)) yield { feature: 'typeof require', node: parent };
    else {
      yield { feature: 'require', node, written: isWriteTarget(node), shorthand: isShorthandValue(node) };
      yield* membersTaken(scan, targetOf(node));
    }
  }
}

/** `const { cache } = require`, `const load = require; load.cache`: what is the same for all files, or none. */
function* membersTaken(scan: ScanContext, target: t.Node | null): Generator<FeatureUse> {
  if (target === null) return;
  const properties = target.type === 'ObjectPattern' ? target.properties : [];
  for (const property of properties) {
    const feature = property.type === 'ObjectProperty' ? shared.get(staticKey(property) ?? '') : undefined;
    const name = property.type === 'ObjectProperty' ? property.value : null;
    if (feature === undefined || name === null) continue;
    for (const node of usesOf(scan, name)) yield { feature, node };
  }
  for (const node of usesOf(scan, target)) {
    const member = parentOf(node)!;
    const feature = isMemberOf(member, node) ? shared.get(staticKey(member) ?? '') : undefined;
    if (feature !== undefined) yield { feature, node: member };
  }
}

const shared: ReadonlyMap<string, RuntimeUse['feature']> = new Map([
  ['cache', 'require.cache'],
  ['extensions', 'require.extensions'],
  ['main', 'require.main'],
] as const);

/** What a value goes into: `const target = value`, `target = target || value`, `(target = value) => …`. */
function targetOf(value: t.Node): t.Node | null {
  const parent = parentOf(value);
  switch (parent?.type) {
    case 'LogicalExpression':
    case 'ConditionalExpression':
      return targetOf(parent);
    case 'VariableDeclarator':
      return parent.init === value ? parent.id : null;
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return parent.right === value ? parent.left : null;
    default:
      return null;
  }
}

/** Where a variable is used, but for its declaration. */
function usesOf({ scopes }: ScanContext, name: t.Node): readonly t.Node[] {
  const binding = name.type === 'Identifier' ? scopes.referenceOf(name)?.binding : null;
  return binding?.references.flatMap(({ node }) => (node === name ? [] : node)) ?? [];
}

function memberUse(scan: ScanContext, member: Member): FeatureUse {
  const key = staticKey(member);
  const feature = membersOfRequire.get(key ?? '') ?? 'require';
  const mainTest = feature === 'require.main' ? comparedWithModule(scan, member) : null;
  // Any other member is one of a function that `createRequire` gives as well.
  const node = feature === 'require' ? member.object : member;
  return { feature, node, key, mainTest, written: isWriteTarget(member) };
}

export type Member = t.MemberExpression;

export function isMemberOf(parent: t.Node, object: t.Node): parent is Member {
  return parent.type === 'MemberExpression' && parent.object === object;
}

export function isTypeof(node: t.Node): boolean {
  return node.type === 'UnaryExpression' && node.operator === 'typeof';
}
