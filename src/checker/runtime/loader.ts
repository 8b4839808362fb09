import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import type { CacheUse, LoaderFacts, Range } from '../facts.ts';
import { isWriteTarget, rangeOf } from '../nodes.ts';
import { isFreeName, isMemberOf } from './require-uses.ts';
import type { FeatureUse } from './use.ts';

/** What the file sees of how modules are loaded: of its uses of CommonJS features those that other files matter to. */
export function loaderFacts(scan: ScanContext, uses: readonly FeatureUse[]): LoaderFacts {
  const first = (wanted: (use: FeatureUse) => boolean): Range | null => {
    const use = uses.find(wanted);
    return use === undefined ? null : rangeOf(use.node);
  };
  return {
    readsParent: first(({ feature, key }) => feature === 'module.parent' || key === 'parent'),
    readsMain:
      first(({ feature, comparison }) => feature === 'require.main' && !comparison) ?? mainModule(scan),
    cache: cacheUse(
      scan,
      uses.filter(({ feature }) => feature === 'require.cache'),
    ),
  };
}

/** `process.mainModule` */
function mainModule(scan: ScanContext): Range | null {
  for (const { node } of scan.scopes.free.get('process') ?? []) {
    const member = parentOf(node)!;
    if (isMemberOf(member, node) && staticKey(member) === 'mainModule') return rangeOf(member);
  }
  return null;
}

function cacheUse(scan: ScanContext, uses: readonly FeatureUse[]): CacheUse | null {
  if (uses.length === 0) return null;
  const entries = uses.map(({ node }) => entryOf(node, scan));
  const known = entries.map((entry) => entry && resolvedSpecifier(entry.key, scan));
  const isChanged = entries.some((entry, index) => entry?.use === 'change' && known[index] === null);
  const others = isChanged ? (entries.includes(null) ? 'reached' : 'required') : 'nothing';
  return {
    range: rangeOf(uses[0]!.node),
    specifiers: known.filter((specifier) => specifier !== null),
    others: entries.some((entry) => entry?.use === 'replace') ? 'reached' : others,
  };
}

/** What is done to one entry, `require.cache[key]`; null for a use of the whole, which may list the keys. */
function entryOf(
  cache: t.Node,
  scan: ScanContext,
): { readonly use: 'read' | 'change' | 'replace'; readonly key: t.Node } | null {
  const member = parentOf(cache)!;
  if (!isMemberOf(member, cache)) return null;
  return { use: entryUse(member, scan), key: member.property };
}

/** `delete require.cache[key]`, `require.cache[key].exports = x`, or an entry that is handed on to be changed. */
function entryUse(entry: t.Node, scan: ScanContext): 'read' | 'change' | 'replace' {
  const around = parentOf(entry)!;
  if (around.type === 'UnaryExpression') return around.operator === 'delete' ? 'change' : 'read';
  if (isWriteTarget(entry)) return 'replace';
  if (isMemberOf(around, entry)) return isWriteTarget(around) ? 'change' : 'read';
  if (around.type !== 'VariableDeclarator') return asking.has(around.type) ? 'read' : 'change';
  const bound = around.id.type === 'Identifier' ? scan.scopes.referenceOf(around.id)?.binding : null;
  const isRead = bound?.references.every(({ node }) => node === around.id || entryUse(node, scan) === 'read');
  return isRead ? 'read' : 'change';
}

/** Where only the truth or type of a value counts. */
const asking: ReadonlySet<string> = new Set([
  'BinaryExpression',
  'ConditionalExpression',
  'ExpressionStatement',
  'IfStatement',
  'LogicalExpression',
  'OptionalMemberExpression',
]);

/** The specifier in `require.resolve('./x')`, also by a name that is bound to it. */
function resolvedSpecifier(key: t.Node, scan: ScanContext): string | null {
  const call = key.type === 'Identifier' ? (initialiserOf(key, scan) ?? key) : key;
  if (call.type !== 'CallExpression' || call.arguments.length !== 1) return null;
  const { callee, arguments: args } = call;
  const isResolve =
    callee.type === 'MemberExpression' &&
    staticKey(callee) === 'resolve' &&
    isFreeName(scan, callee.object, 'require');
  const specifier = args[0]!;
  return isResolve && specifier.type === 'StringLiteral' ? specifier.value : null;
}

/** What a constant is bound to. */
function initialiserOf(name: t.Identifier, scan: ScanContext): t.Node | null {
  const declarations = scan.scopes.referenceOf(name)?.binding?.declarations ?? [];
  const declarator = declarations.length === 1 ? parentOf(declarations[0]!) : null;
  if (declarator?.type !== 'VariableDeclarator' || declarator.id !== declarations[0]) return null;
  const list = parentOf(declarator);
  return list?.type === 'VariableDeclaration' && list.kind === 'const' ? (declarator.init ?? null) : null;
}
