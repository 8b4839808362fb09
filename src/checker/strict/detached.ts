import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import type { ScanContext } from '../context.ts';
import type { Detached } from '../facts.ts';
import { nodesOf } from '../nodes.ts';
import { perScan } from '../per-scan.ts';
import { type Calls, callsOfBinding, callsOfValue } from './calls.ts';

/** A function that is taken out of an object and called without it, and the call. */
export interface DetachedCall extends Detached {
  readonly call: t.Node;
}

/** `const { f } = o; f()`, `const f = o.f; f()`, `(0, o.f)()`, `o.f.call(null)`, `[1].forEach(o.f)`, `import { f }`. */
export const detachedCalls: (scan: ScanContext) => readonly DetachedCall[] = perScan((scan) => [
  ...ofMembers(scan),
  ...ofPatterns(scan),
  ...ofImports(scan),
]);

/** What a member may stand in so that its value goes on without the object. */
const passesOn: ReadonlySet<string> = new Set([
  'AssignmentExpression',
  'CallExpression',
  'ConditionalExpression',
  'LogicalExpression',
  'MemberExpression',
  'OptionalCallExpression',
  'SequenceExpression',
  'VariableDeclarator',
]);

/** `o.f.call(null)`: of any other member, `o.f.g`, the object is not called. */
const handsOverThis: ReadonlySet<string | null> = new Set(['apply', 'bind', 'call']);

function* ofMembers(scan: ScanContext): Generator<DetachedCall> {
  for (const member of nodesOf(scan, 'MemberExpression')) {
    const parent = parentOf(member)!;
    const key = passesOn.has(parent.type) ? staticKey(member) : null;
    if (key === null || (isCall(parent) && parent.callee === member)) continue;
    if (parent.type === 'MemberExpression' && !handsOverThis.has(staticKey(parent))) continue;
    yield* plainCalls(callsOfValue(scan, member), key, () => rootOf(scan, member.object));
  }
}

function* ofPatterns(scan: ScanContext): Generator<DetachedCall> {
  for (const pattern of nodesOf(scan, 'ObjectPattern')) {
    const root = (): Root | null => rootOf(scan, sourceOf(pattern));
    for (const property of pattern.properties) {
      const key = property.type === 'ObjectProperty' ? staticKey(property) : null;
      const target = property.type === 'ObjectProperty' ? property.value : null;
      const local = target?.type === 'AssignmentPattern' ? target.left : target;
      if (key === null || local?.type !== 'Identifier') continue;
      const binding = scan.scopes.referenceOf(local)?.binding;
      if (binding) yield* plainCalls(callsOfBinding(scan, binding), key, root);
    }
  }
}

function* ofImports(scan: ScanContext): Generator<DetachedCall> {
  for (const { specifiers, source } of nodesOf(scan, 'ImportDeclaration')) {
    for (const specifier of specifiers) {
      if (specifier.type === 'ImportNamespaceSpecifier') continue;
      const binding = scan.scopes.program.bindings.get(specifier.local.name);
      if (!binding) continue;
      yield* plainCalls(callsOfBinding(scan, binding), importedKey(specifier), () => ({
        from: source.start!,
      }));
    }
  }
}

function importedKey(specifier: t.ImportSpecifier | t.ImportDefaultSpecifier): string | null {
  if (specifier.type === 'ImportDefaultSpecifier') return null;
  const { imported } = specifier;
  return imported.type === 'Identifier' ? imported.name : imported.value;
}

function* plainCalls(
  { plain }: Calls,
  key: string | null,
  rootOf: () => Root | null,
): Generator<DetachedCall> {
  const [call] = plain;
  const root = call === undefined ? null : rootOf();
  if (call !== undefined && root !== null) yield { key, from: root.from, call };
}

/** The object that a pattern takes apart; null for a nested one, a parameter and the like. */
function sourceOf(pattern: t.ObjectPattern): t.Node | null {
  const parent = parentOf(pattern);
  if (parent?.type === 'VariableDeclarator') return parent.init ?? null;
  return parent?.type === 'AssignmentExpression' ? parent.right : null;
}

type Root = Pick<Detached, 'from'>;
const ownFile: Root = { from: null };

/** How deep `const a = require('./a').b, c = a.d ...` is followed. */
const deepest = 20;

/**
 * Where an object comes from: a module (its `require` call, or the specifier of its import), itself or by what it made,
 * or perhaps this file.
 *
 * @returns null for what is no object of the project: a builtin of the language, a literal, what an instance holds
 */
function rootOf(scan: ScanContext, object: t.Node | null, depth = 0): Root | null {
  if (object === null || depth > deepest) return ownFile;
  const node = unwrap(object);
  switch (node.type) {
    case 'MemberExpression':
      return node.object.type === 'ThisExpression' ? null : rootOf(scan, node.object, depth + 1);
    case 'CallExpression': {
      const isRequire = node.callee.type === 'Identifier' && node.callee.name === 'require';
      return isRequire ? { from: node.start! } : rootOf(scan, node.callee, depth + 1);
    }
    case 'NewExpression':
      return rootOf(scan, node.callee, depth + 1);
    case 'Identifier':
      return rootOfName(scan, node, depth);
    case 'ArrayExpression':
    case 'StringLiteral':
    case 'TemplateLiteral':
      return null;
    default:
      return ownFile;
  }
}

function rootOfName(scan: ScanContext, node: t.Identifier, depth: number): Root | null {
  const binding = scan.scopes.referenceOf(node)?.binding;
  if (binding === null) return wrapperNames.has(node.name) ? ownFile : null;
  const declared = binding?.declarations.length === 1 ? binding.declarations[0]! : null;
  if (!declared || binding!.writes.length > 1) return ownFile;
  for (let at = parentOf(declared); at !== null; at = parentOf(at)) {
    if (at.type === 'ImportDeclaration') return { from: at.source.start! };
    if (at.type === 'VariableDeclarator') return at.init ? rootOf(scan, at.init, depth + 1) : ownFile;
    if (!inPatterns.has(at.type)) return ownFile;
  }
  return ownFile;
}

const wrapperNames: ReadonlySet<string> = new Set(['exports', 'global', 'globalThis', 'module']);

const inPatterns: ReadonlySet<string> = new Set([
  'AssignmentPattern',
  'ImportDefaultSpecifier',
  'ImportNamespaceSpecifier',
  'ImportSpecifier',
  'ObjectPattern',
  'ObjectProperty',
]);

function isCall(node: t.Node): node is t.CallExpression | t.OptionalCallExpression {
  return node.type === 'CallExpression' || node.type === 'OptionalCallExpression';
}
