import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import { referencesByName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { ownerOfThis } from '../owner.ts';
import { perScan } from '../per-scan.ts';

/**
 * Tells where `this` is an instance that nobody but the file itself has: that of a class which is only constructed, each
 * time for a constant of which nothing but methods are called.
 */
export const isPrivateThis: (scan: ScanContext) => (node: t.ThisExpression) => boolean = perScan((scan) => {
  const methods = new Set<t.Node>(
    nodesOf(scan, 'ClassDeclaration')
      .filter((node) => isPrivate(scan, node))
      .flatMap(({ body }) => body.body),
  );
  return (node) => methods.size > 0 && methods.has(ownerOfThis(node));
});

function isPrivate(scan: ScanContext, { id, superClass, decorators, body }: t.ClassDeclaration): boolean {
  if (!id || superClass || decorators?.length) return false;
  const names = new Set(body.body.map(methodName));
  if (names.has(null)) return false;
  const uses = referencesByName(scan).of(id.name);
  return (
    uses.every(({ node, dynamic }) => !dynamic && (node === id || isForConstant(scan, node, names))) &&
    nodesOf(scan, 'ThisExpression').every((node) => !isWithin(body, ownerOfThis(node)) || isObject(node))
  );
}

/** Null where a member of a class is anything but a plain method. */
function methodName(element: t.ClassBody['body'][number]): string | null {
  if (element.type !== 'ClassMethod' || element.static) return null;
  return element.kind === 'method' || element.kind === 'constructor' ? staticKey(element) : null;
}

function isWithin(body: t.ClassBody, owner: t.Node): boolean {
  return parentOf(owner) === body;
}

/** `const name = new Class()`, and then only `name.method()`. */
function isForConstant(scan: ScanContext, use: t.Node, names: ReadonlySet<string | null>): boolean {
  const construction = parentOf(use);
  if (construction?.type !== 'NewExpression' || construction.callee !== use) return false;
  const declarator = parentOf(construction);
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return false;
  const { id } = declarator;
  const binding = scan.scopes.referenceOf(id)?.binding;
  if (binding?.kind !== 'const' || binding.scope.dynamic) return false;
  return binding.references.every(({ node }) => node === id || isMethodCall(node, names));
}

function isMethodCall(node: t.Node, names: ReadonlySet<string | null>): boolean {
  const member = parentOf(node);
  if (member?.type !== 'MemberExpression' || !isObject(node)) return false;
  const call = parentOf(member);
  const key = staticKey(member);
  return call?.type === 'CallExpression' && call.callee === member && key !== null && names.has(key);
}

function isObject(node: t.Node): boolean {
  const parent = parentOf(node);
  return parent?.type === 'MemberExpression' && parent.object === node;
}
