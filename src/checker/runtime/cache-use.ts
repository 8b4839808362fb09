import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import type { CacheUse } from '../facts.ts';
import { isFreeName } from '../free-names.ts';
import { isWriteTarget, rangeOf } from '../nodes.ts';
import { possibleTexts } from '../path-texts.ts';
import { isForNoModule, isPutBack, resolvedBy, specifierOf } from './cache-mentions.ts';
import { walksChildren } from './children-walk.ts';
import { leadsOn } from './entry-walk.ts';
import { isBesideOthers } from './key-paths.ts';
import { isAsked, isListing, mentionsOf } from './loader-tables.ts';
import { isMemberOf, type Member } from './require-uses.ts';
import type { FeatureUse } from './use.ts';

/**
 * What a file does to the cache of loaded modules, an ordinary object under `require.cache`.
 *
 * @see Node documentation, "Modules: CommonJS modules", `require.cache`
 */
export function cacheUse(scan: ScanContext, uses: readonly FeatureUse[]): CacheUse | null {
  if (uses.length === 0) return null;
  const mentions = uses.flatMap(({ node }) => mentionsOf(node, scan)).map((node) => mentionAt(node, scan));
  const entries = mentions.flatMap((mention) => (mention.kind === 'entry' ? [mention] : []));
  const known = entries.map(({ entry }) => specifierOf(entry, scan));
  const ofOthers = new Set(entries.flatMap(({ use }, index) => (known[index] === null ? [use] : [])));
  const isTaken = mentions.some(({ kind }) => kind === 'taken');
  const isListed = mentions.some(({ kind }) => kind === 'listed');
  const isChanged = ofOthers.has('change');
  // `require.cache[file].children` lead from one entry to others.
  const isWalked = isListed || walksChildren(scan);
  const isGiven = isChanged || ofOthers.has('hand');
  const isLed = isChanged && entries.some(({ entry }) => leadsOn(scan, entry));
  const isBeside = entries.some(
    ({ entry, use }, index) =>
      known[index] === null && use !== 'read' && isBesideOthers(scan, entry.property),
  );
  return {
    range: rangeOf(uses[0]!.node),
    specifiers: entries.flatMap(({ entry, use }, index) =>
      known[index] === null && use !== 'read' ? possibleSpecifiers(entry, scan) : (known[index] ?? []),
    ),
    own: entries.some(({ entry, use }) => use !== 'read' && isOwnPath(entry.property, scan)),
    byPath: isGiven || ofOthers.has('replace'),
    anything: isTaken || ofOthers.has('replace') || (isWalked && isGiven) || isLed || isBeside,
    empties: isListed && (isChanged || ofOthers.has('replace')),
  };
}

/**
 * `entry`: one of its entries. `listed`: its keys are asked for. `taken`: it is handed on to whoever may do anything with
 * it. `nothing`: nothing is done to it, or to an entry that is no module's.
 */
type Mention =
  | { readonly kind: 'entry'; readonly use: EntryUse; readonly entry: Member }
  | { readonly kind: 'listed' | 'taken' | 'nothing' };

/** `hand`: the entry goes to somebody who may change it. */
type EntryUse = 'read' | 'hand' | 'change' | 'replace';

function mentionAt(cache: t.Node, scan: ScanContext): Mention {
  const around = parentOf(cache)!;
  if (isMemberOf(around, cache)) {
    if (isForNoModule(around, scan)) return { kind: 'nothing' };
    return { kind: 'entry', use: entryUse(around, scan), entry: around };
  }
  if (isWriteTarget(cache) || isPutBack(cache, scan)) return { kind: 'nothing' };
  if (isListing(cache, around, scan)) return { kind: 'listed' };
  return { kind: isAsked(cache, around) ? 'nothing' : 'taken' };
}

/** `require.cache[__filename]`, `require.cache[module.id]` */
function isOwnPath(key: t.Node, { scopes }: ScanContext): boolean {
  if (key.type !== 'MemberExpression') return isFreeName(key, '__filename', scopes);
  return isFreeName(key.object, 'module', scopes) && ['filename', 'id'].includes(staticKey(key) ?? '');
}

/** `delete require.cache[key]`, `require.cache[key].exports = x`, `look(require.cache[key])`. */
function entryUse(entry: t.Node, scan: ScanContext): EntryUse {
  const around = parentOf(entry)!;
  if (around.type === 'UnaryExpression') return around.operator === 'delete' ? 'change' : 'read';
  if (isWriteTarget(entry)) return 'replace';
  if (isMemberOf(around, entry)) return isWriteTarget(around) ? 'change' : 'read';
  if (around.type !== 'VariableDeclarator') return asking.has(around.type) ? 'read' : 'hand';
  const bound = around.id.type === 'Identifier' ? scan.scopes.referenceOf(around.id)?.binding : null;
  const uses = bound?.references.flatMap(({ node }) => (node === around.id ? [] : [entryUse(node, scan)]));
  return (['change', 'hand'] as const).find((use) => uses?.includes(use)) ?? (bound ? 'read' : 'hand');
}

/** Where only the truth or type of a value counts. */
const asking: ReadonlySet<string> = new Set([
  'BinaryExpression',
  'ConditionalExpression',
  'ExpressionStatement',
  'IfStatement',
  'LogicalExpression',
]);

/** `for (const name of ['a', 'b']) delete require.cache[require.resolve(name)]` */
function possibleSpecifiers(entry: Member, scan: ScanContext): readonly string[] {
  const specifier = resolvedBy(entry, scan);
  if (specifier === null) return [];
  return possibleTexts(specifier, scan).flatMap(({ start, computed }) => (computed ? [] : start));
}
