import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { readsOfModule } from '../exports/module-reads.ts';
import type { RuntimeUse } from '../facts.ts';
import { isWriteTarget } from '../nodes.ts';
import { isCall } from '../requires/calls.ts';
import { askedForParent } from './main-tests.ts';
import { isMemberOf, isTypeof, type Member } from './require-uses.ts';
import type { FeatureUse } from './use.ts';

const membersOfModule: ReadonlyMap<string, RuntimeUse['feature']> = new Map([
  ['children', 'module.children'],
  ['filename', 'module.filename'],
  ['id', 'module.id'],
  ['isPreloading', 'module.isPreloading'],
  ['loaded', 'module.loaded'],
  ['parent', 'module.parent'],
  ['path', 'module.path'],
  ['paths', 'module.paths'],
] as const);

/** Followed by those who follow the exports and the requires. */
const followedElsewhere: ReadonlySet<string | null> = new Set(['exports', 'require', null]);

/** Fields of `module`, by whatever name the file has for it, and the `typeof` guards of module and exports. */
export function* moduleUses(scan: ScanContext): Generator<FeatureUse> {
  for (const { node } of scan.scopes.free.get('exports') ?? []) {
    if (isTypeof(parentOf(node)!)) yield { feature: 'typeof exports', node: parentOf(node)! };
  }
  for (const { node } of scan.scopes.free.get('module') ?? []) {
    if (isTypeof(parentOf(node)!)) yield { feature: 'typeof module', node: parentOf(node)! };
  }
  for (const node of readsOfModule(scan)) yield* fieldUses(node);
}

function* fieldUses(node: t.Node): Generator<FeatureUse> {
  const parent = parentOf(node)!;
  if (isMemberOf(parent, node)) {
    const use = memberUse(parent);
    if (use !== null) yield use;
  } else if (parent.type === 'VariableDeclarator' && parent.init === node) {
    yield* patternUses(parent.id);
  }
}

function memberUse(member: Member): FeatureUse | null {
  const key = staticKey(member);
  if (followedElsewhere.has(key) && !(key === 'require' && !isCalled(member))) return null;
  const feature = membersOfModule.get(key!) ?? 'module';
  const mainTest = feature === 'module.parent' ? askedForParent(member) : null;
  return { feature, node: member, key, mainTest, written: isWriteTarget(member) };
}

/** `module.require` is followed where it is called; elsewhere it leaves its module behind. */
function isCalled(member: Member): boolean {
  const parent = parentOf(member);
  return isCall(parent) && parent.callee === member;
}

/** `const { parent, id } = module` */
function* patternUses(pattern: t.Node): Generator<FeatureUse> {
  if (pattern.type !== 'ObjectPattern') return;
  for (const property of pattern.properties) {
    const key = property.type === 'ObjectProperty' ? staticKey(property) : null;
    if (!followedElsewhere.has(key) || key === 'require') yield { feature: 'module', node: property, key };
  }
}
