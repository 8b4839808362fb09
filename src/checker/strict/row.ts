import type * as t from '@babel/types';
import type { ScanContext } from '../context.ts';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { DiagnosticArgs } from '../diagnostics/entry.ts';
import type { Range } from '../facts.ts';
import type { RelatedPlace } from '../finding.ts';
import { perScan } from '../per-scan.ts';

/** One thing that strict mode (or the module goal) rejects or changes, and what becomes of it. */
export interface StrictRow {
  /** The rule in a few words, as ECMA-262 Annex C lists it. */
  readonly rule: string;
  /** The sections that say it. */
  readonly clause: string;
  /** Of the module goal, which strict code had not either; all other rows are about sloppy code. */
  readonly inStrictCode?: true;
  readonly check: (scan: ScanContext, report: StrictReport) => void;
}

/** Where the rows put what they find. */
export interface StrictReport {
  /**
   * A replacement that surely keeps the meaning.
   *
   * @param within it goes with what stands there, where that is not its own range
   */
  mend(code: DiagnosticCode, range: Range, text: string, within?: Range): void;
  refuse(code: DiagnosticCode, node: t.Node, args?: DiagnosticArgs, related?: readonly RelatedPlace[]): void;
  /** A name that nothing in the file has yet: `base`, else `base_1`, `base_2` ... */
  fresh(base: string): string;
}

/** Whether the code at this node is sloppy in the original: strict code does not change its meaning in a module. */
export function isSloppyAt(scan: ScanContext, node: t.Node): boolean {
  return isMixed(scan) ? !scan.scopes.scopeOf(node).strict : !scan.scopes.program.strict;
}

/** Whether some code of the file is strict, and some is not: only then does it matter where a node stands. */
const isMixed = perScan(({ scopes: { program } }) => {
  const pending = [program];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.strict !== program.strict) return true;
    for (const child of next.children) pending.push(child);
  }
  return false;
});

/** Whether the body of a function is sloppy. */
export function isSloppyFunction(scan: ScanContext, node: t.Function): boolean {
  return isSloppyAt(scan, node.body);
}
