import type * as t from '@babel/types';
import { addTo } from '../../lists.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { functionAround } from '../owner.ts';
import { perScan } from '../per-scan.ts';

/** What a function of the file returns. */
export function returnedBy(scan: ScanContext, node: t.Function): readonly t.Node[] {
  if (node.body.type !== 'BlockStatement') return [node.body];
  return returnedByOwner(scan).get(node) ?? [];
}

const returnedByOwner = perScan((scan): ReadonlyMap<t.Node, readonly t.Node[]> => {
  const found = new Map<t.Node, t.Node[]>();
  for (const node of nodesOf(scan, 'ReturnStatement'))
    if (node.argument) addTo(found, functionAround(node), node.argument);
  return found;
});
