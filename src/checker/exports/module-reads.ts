import type * as t from '@babel/types';
import type { ScanContext } from '../context.ts';
import { perScan } from '../per-scan.ts';
import { followed } from './followed.ts';
import { MODULE, sameValue } from './holders.ts';

/** What reads `module`: the name itself, and where it denotes the same, a variable, a parameter or `this` of the file. */
export const readsOfModule = perScan((scan: ScanContext): ReadonlySet<t.Node> => {
  const { traced, values } = followed(scan);
  const free = (scan.scopes.free.get('module') ?? []).map(({ node }) => node);
  const others = traced.occurrences.filter(
    ({ holder, node }) => holder.of === 'module' && sameValue(values.of(node), MODULE),
  );
  return new Set([...free, ...others.map(({ node }) => node)]);
});
