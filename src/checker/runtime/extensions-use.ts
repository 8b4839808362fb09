import type * as t from '@babel/types';
import { wordsOf } from '../../lists.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import type { Range } from '../facts.ts';
import { isWriteTarget, rangeOf } from '../nodes.ts';
import { isAsked, isDeleted, isListing, keyOf, mentionsOf } from './loader-tables.ts';
import { isMemberOf } from './require-uses.ts';
import type { FeatureUse } from './use.ts';

/**
 * Where a file changes how CommonJS loads files that are modules or data here, `require.extensions['.js'] = …`, or hands the
 * table to somebody who may; what it does for other endings changes nothing for those. Where the file has another `require`,
 * `require = require('esm')(module)`, the table is that one's.
 *
 * @see Node documentation, "Modules: CommonJS modules", `require.extensions`
 */
export function extensionsChange(scan: ScanContext, uses: readonly FeatureUse[]): Range | null {
  if (uses.some(({ feature, node }) => feature === 'require' && isWriteTarget(node))) return null;
  const tables = uses.filter(({ feature }) => feature === 'require.extensions');
  const change = tables
    .flatMap(({ node }) => mentionsOf(node, scan))
    .find((mention) => mayChange(mention, scan));
  return change === undefined ? null : rangeOf(change);
}

function mayChange(table: t.Node, scan: ScanContext): boolean {
  const around = parentOf(table)!;
  if (!isMemberOf(around, table))
    return !isWriteTarget(table) && !isListing(table, around, scan) && !isAsked(table, around);
  const key = keyOf(around, scan);
  return (key === null || loaded.has(key)) && (isWriteTarget(around) || isDeleted(around));
}

const loaded = wordsOf('.cjs .js .json .jsx .mjs .node');
