import type * as t from '@babel/types';
import type { Scopes } from '../syntax/analyse.ts';
import type { Parsed } from '../syntax/parse.ts';

/** What every part of the scan works from: the source, its tree, its scopes, and the nodes by type. */
export interface ScanContext {
  readonly source: string;
  readonly path: string;
  readonly parsed: Parsed;
  readonly scopes: Scopes;
  /** The nodes of each type, in source order. */
  readonly nodes: ReadonlyMap<t.Node['type'], readonly t.Node[]>;
}
