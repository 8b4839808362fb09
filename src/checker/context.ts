import type * as t from '@babel/types';
import { analyse, type Scopes } from '../syntax/analyse.ts';
import { type Parsed, parse } from '../syntax/parse.ts';

/** What every part of the scan works from: the source, its tree, its scopes, and the nodes by type. */
export interface ScanContext {
  readonly source: string;
  readonly path: string;
  readonly parsed: Parsed;
  readonly scopes: Scopes;
  /** The nodes of each type, in source order. */
  readonly nodes: ReadonlyMap<t.Node['type'], readonly t.Node[]>;
  /** What `perScan` has made for this file. */
  readonly shared: Map<unknown, unknown>;
}

/** Parses and walks a file, once. */
export function contextOf(source: string, path: string): ScanContext {
  const parsed = parse(source, { path });
  const nodes = new Map<t.Node['type'], t.Node[]>();
  const scopes = analyse(parsed.program, (node) => {
    const sameType = nodes.get(node.type);
    if (sameType === undefined) nodes.set(node.type, [node]);
    else sameType.push(node);
  });
  return { source, path, parsed, scopes, nodes, shared: new Map() };
}
