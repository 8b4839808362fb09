import { createHash } from 'node:crypto';
import type { Plan } from '../../src/plan.ts';
import type { PlannedFile } from '../../src/project/plan.ts';
import type { Diagnostic } from '../../src/project/report.ts';

/**
 * All that a plan says, short enough to be kept and read: for each file what becomes of it, how many edits for which
 * reason, a hash of its new text, and where which code is reported, with a hash of all that is said there.
 *
 *     lib/express.js: converted default, 4 import-declaration, 1 export-default, text 2f9d01c3
 *       16:9 require-kept-in-order 81a0
 */
export function answerOf({ files }: Plan): string {
  return files.map(ofFile).sort().join('');
}

function ofFile({ path, output, row, after, added, edits }: PlannedFile): string {
  const counts = new Map<string, number>();
  for (const { reason } of edits) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const parts = [
    [added ? 'added' : row.status, row.shape].filter((part) => part !== null).join(' '),
    ...[...counts].sort().map(([reason, count]) => `${count} ${reason}`),
    ...(after === null ? [] : [`text ${hashOf(after).slice(0, 8)}`]),
  ];
  const name = output === path ? path : `${path} -> ${output}`;
  return [`${name}: ${parts.join(', ')}\n`, ...row.diagnostics.map(ofDiagnostic)].join('');
}

function ofDiagnostic(diagnostic: Diagnostic): string {
  const { line, column, code } = diagnostic;
  return `  ${line}:${column} ${code} ${hashOf(JSON.stringify(diagnostic)).slice(0, 4)}\n`;
}

/** In hexadecimal digits. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
