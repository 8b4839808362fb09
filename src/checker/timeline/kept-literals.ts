import type * as t from '@babel/types';
import { initOf } from '../../syntax/declaration.ts';
import { staticKey } from '../../syntax/keys.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { isWriteTarget } from '../nodes.ts';
import { perScan } from '../per-scan.ts';

/**
 * Tells the names of object literals without accessors that stay as the file spells them out: nothing is done with them
 * but to take and set members, and to list what they have. So nobody can have given them a getter, or a prototype.
 *
 * ```js
 * const codes = { global: 103, sticky: 121 };
 * const flags = Object.entries(codes);
 * ```
 */
export const keptLiterals: (scan: ScanContext) => (node: t.Node) => boolean = perScan(({ scopes }) => {
  const known = new Map<Binding, boolean>();
  return (node) => {
    const reference = node.type === 'Identifier' ? scopes.referenceOf(node) : undefined;
    const binding = reference?.dynamic === false ? reference.binding : null;
    if (!binding) return false;
    const isKept = known.get(binding) ?? isKeptLiteral(binding, scopes);
    known.set(binding, isKept);
    return isKept;
  };
});

function isKeptLiteral({ declarations, references, scope }: Binding, scopes: ScanContext['scopes']): boolean {
  const [id] = declarations;
  const init = declarations.length === 1 ? initOf(id!) : null;
  if (init === null || scope.dynamic || !isPlainLiteral(init)) return false;
  return references.every(({ node, access }) =>
    node === id ? true : access === 'read' && staysInPlace(node, scopes),
  );
}

/** An object literal without accessors, computed keys, and a prototype of its own. */
export function isPlainLiteral(node: t.Node): boolean {
  return node.type === 'ObjectExpression' && node.properties.every(isPlain);
}

function isPlain(property: t.ObjectExpression['properties'][number]): boolean {
  if (property.type === 'SpreadElement' || staticKey(property) === null) return false;
  if (property.type === 'ObjectMethod') return property.kind === 'method';
  return staticKey(property) !== '__proto__';
}

/** `literal.key`, but for a call of it, which gets the literal as `this`; or one of the functions that list. */
function staysInPlace(name: t.Node, scopes: ScanContext['scopes']): boolean {
  const parent = parentOf(name)!;
  if (parent.type === 'MemberExpression' && parent.object === name) {
    const key = staticKey(parent);
    const around = parentOf(parent)!;
    const isCalled = ('callee' in around && around.callee === parent) || 'tag' in around;
    // `literal[key] = value` may set the prototype.
    return key !== '__proto__' && !isCalled && (key !== null || !isWriteTarget(parent));
  }
  if (parent.type !== 'CallExpression' || parent.callee === name) return false;
  const { callee } = parent;
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Object' &&
    scopes.referenceOf(callee.object)?.binding === null &&
    listing.has(staticKey(callee) ?? '')
  );
}

const listing: ReadonlySet<string> = new Set(['entries', 'freeze', 'keys', 'values']);
