import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import { callsByName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import type { ValueUse } from '../facts.ts';
import { isFreeName } from '../free-names.ts';
import { perScan } from '../per-scan.ts';
import { isInherits } from '../timeline/known-modules.ts';
import { declaratorOf } from '../writes.ts';
import type { Use } from './use.ts';

type Inherited = Pick<ValueUse, 'inherited'>;

const fromValue: Inherited = { inherited: 'value' };
const fromMember: Inherited = { inherited: 'member' };
const notAtAll: Inherited = {};

/** Whether a use of a value is to inherit from it, or from a member of it. */
export function inheritedBy(scan: ScanContext, { node, kind, keys = [] }: Use): Inherited {
  if (kind === 'construct' || kind === 'value') return isBase(scan, node) ? fromValue : notAtAll;
  if (kind !== 'member') return notAtAll;
  if (keys[0] === 'prototype') return isCreatedFrom(scan, node) ? fromValue : notAtAll;
  const around = parentOf(node);
  const isPrototype = around?.type === 'MemberExpression' && staticKey(around) === 'prototype';
  return isBase(scan, node) || (isPrototype && isCreatedFrom(scan, around)) ? fromMember : notAtAll;
}

/** `class extends base`, `util.inherits(derived, base)` */
function isBase(scan: ScanContext, base: t.Node): boolean {
  const parent = parentOf(base);
  switch (parent?.type) {
    case 'ClassDeclaration':
    case 'ClassExpression':
      return parent.superClass === base;
    case 'CallExpression':
      return parent.arguments[1] === base && inheritsCalls(scan).has(parent);
    default:
      return false;
  }
}

/** `Object.create(prototype)` */
function isCreatedFrom({ scopes }: ScanContext, prototype: t.Node): boolean {
  const call = parentOf(prototype);
  if (call?.type !== 'CallExpression' || call.arguments[0] !== prototype) return false;
  const { callee } = call;
  return (
    callee.type === 'MemberExpression' &&
    staticKey(callee) === 'create' &&
    isFreeName(callee.object, 'Object', scopes)
  );
}

const inheritsCalls = perScan((scan): ReadonlySet<t.Node> => {
  const calls = callsByName(scan).of('inherits');
  return new Set(calls.filter(({ callee }) => isInheritsFunction(scan, callee, [])));
});

/** Follows the names of constants to the module whose member is called: `util.inherits`, `require('inherits')`. */
function isInheritsFunction(scan: ScanContext, node: t.Node, path: readonly string[]): boolean {
  if (node.type === 'MemberExpression') {
    const key = staticKey(node);
    return key !== null && isInheritsFunction(scan, node.object, [key, ...path]);
  }
  if (node.type === 'CallExpression') {
    const [specifier] = node.arguments;
    const isLoaded = isFreeName(node.callee, 'require', scan.scopes);
    return isLoaded && specifier?.type === 'StringLiteral' && isInherits(specifier.value, path);
  }
  if (node.type !== 'Identifier') return false;
  const [write, ...more] = scan.scopes.referenceOf(node)?.binding?.writes ?? [];
  const declarator = write === undefined || more.length > 0 ? null : declaratorOf(write.node);
  if (!declarator?.init) return false;
  if (declarator.id === write!.node) return isInheritsFunction(scan, declarator.init, path);
  const property = parentOf(write!.node);
  const key = property?.type === 'ObjectProperty' ? staticKey(property) : null;
  const isDirect = property !== null && parentOf(property) === declarator.id;
  return key !== null && isDirect && isInheritsFunction(scan, declarator.init, [key, ...path]);
}
