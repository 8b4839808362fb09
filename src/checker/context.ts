import { analyse, type Scopes } from '../syntax/analyse.ts';
import { type Parsed, parse } from '../syntax/parse.ts';

/** What every part of the scan works from: the source, its tree, its scopes and what they know of it. */
export interface ScanContext {
  readonly source: string;
  readonly path: string;
  readonly parsed: Parsed;
  readonly scopes: Scopes;
  /** What `perScan` has made for this file. */
  readonly shared: unknown[];
}

/** Parses and walks a file, once. */
export function contextOf(source: string, path: string): ScanContext {
  const parsed = parse(source, { path });
  const scopes = analyse(parsed.program);
  return { source, path, parsed, scopes, shared: [] };
}
