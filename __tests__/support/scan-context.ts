import type * as t from '@babel/types';
import type { ScanContext } from '../../src/checker/context.ts';
import { analyse } from '../../src/syntax/analyse.ts';
import { parse } from '../../src/syntax/parse.ts';

/** The context of a scan with the nodes of every type, so that one part of the scan can be tried alone. */
export function contextOf(source: string, path = 'file.js'): ScanContext {
  const parsed = parse(source, { path });
  const nodes = new Map<t.Node['type'], t.Node[]>();
  const scopes = analyse(parsed.program, (node) => {
    const known = nodes.get(node.type);
    if (known === undefined) nodes.set(node.type, [node]);
    else known.push(node);
  });
  return { source, path, parsed, scopes, nodes };
}
