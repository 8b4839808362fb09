import type * as t from '@babel/types';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import type { RuntimeUse } from '../facts.ts';
import { isWriteTarget } from '../nodes.ts';
import { isForNoModule, isPutBack, specifierOf } from './cache-mentions.ts';
import { isHandedOver } from './key-paths.ts';
import { isAsked, isDeleted, mentionsOf } from './loader-tables.ts';
import { isMemberOf, type Member } from './require-uses.ts';
import type { FeatureUse } from './use.ts';

/**
 * Whether a file may tell from `require.cache` that it is an ES module itself: it looks at what is in there, or may work on
 * its own entry. Where it only deletes entries of others, `createRequire` gives it the same cache, and those stay CommonJS.
 */
export function seesCache(scan: ScanContext, uses: readonly FeatureUse[]): boolean {
  const tables = uses.filter(({ feature }) => feature === 'require.cache').map(({ node }) => node);
  if (tables.length === 0) return false;
  return (
    uses.some(({ feature }) => ownPaths.has(feature)) ||
    tables.flatMap((table) => mentionsOf(table, scan)).some((mention) => looksInto(mention, scan))
  );
}

const ownPaths: ReadonlySet<RuntimeUse['feature']> = new Set(['__filename', 'module.filename', 'module.id']);

function looksInto(cache: t.Node, scan: ScanContext): boolean {
  const around = parentOf(cache)!;
  if (isMemberOf(around, cache)) return !isDeletedOfOther(around, scan) && !isForNoModule(around, scan);
  if (isWriteTarget(cache) || isPutBack(cache, scan)) return false;
  return !isAsked(cache, around) || (around.type === 'BinaryExpression' && around.operator === 'in');
}

/** By a path that the file is given, or that of what a specifier leads to, which linking knows. */
function isDeletedOfOther(entry: Member, scan: ScanContext): boolean {
  return isDeleted(entry) && (specifierOf(entry, scan) !== null || isHandedOver(scan, entry.property));
}
