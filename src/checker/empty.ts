import type { ScanContext } from './context.ts';
import { type Finding, makeFinding } from './finding.ts';

/** A file without statements and directives; comments do not count. */
export function emptyFindings({ parsed }: ScanContext): readonly Finding[] {
  const { body, directives } = parsed.program;
  if (body.length > 0 || directives.length > 0) return [];
  return [makeFinding('empty')];
}
