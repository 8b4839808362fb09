import type { ScanContext } from '../context.ts';
import { readsOfWrapper } from '../exports/wrapper-reads.ts';
import { type Finding, makeFinding } from '../finding.ts';
import { rangeOf } from '../nodes.ts';

/** `var __dirname = __dirname || '.'`: the variable of the file starts as the wrapper's, and is read as such. */
export function redeclaredPathFindings(scan: ScanContext): readonly Finding[] {
  if (scan.parsed.goal === 'module') return [];
  return ['__dirname', '__filename'].flatMap((name) => {
    if (!scan.scopes.program.bindings.has(name)) return [];
    const reads = readsOfWrapper(scan, name);
    return reads.map((node) =>
      makeFinding('wrapper-name-assigned', { range: rangeOf(node), args: { name } }),
    );
  });
}
