import type * as t from '@babel/types';
import type { Scopes } from '../syntax/analyse.ts';
import type { Parsed } from '../syntax/parse.ts';

/** What every part of the scan works from: the source, its tree, its scopes, and the nodes of interest by type. */
export interface ScanContext {
  readonly source: string;
  readonly path: string;
  readonly parsed: Parsed;
  readonly scopes: Scopes;
  /** Nodes gathered during the one walk, in source order; only the types in `collectedTypes` are there. */
  readonly nodes: ReadonlyMap<t.Node['type'], readonly t.Node[]>;
}
