import { join } from 'node:path';
import { breathe } from './breathe.ts';
import type { FoundFile } from './files/find.ts';
import { isProblem, readSource } from './files/read.ts';
import type { PlanOptions } from './plan-options.ts';
import { problemFinding } from './problem-finding.ts';
import { type ScannedFile, scanFile } from './scanned.ts';

/** Reads and scans the files of a run, one after the other; none of their texts is kept. */
export async function scanFiles(
  root: string,
  files: readonly FoundFile[],
  { signal, onProgress }: PlanOptions,
): Promise<readonly ScannedFile[]> {
  const scanned: ScannedFile[] = [];
  for (const [done, { path }] of files.entries()) {
    await breathe(done, signal);
    onProgress?.({ phase: 'scan', done, total: files.length });
    scanned.push(readAndScan(root, path));
  }
  return scanned;
}

function readAndScan(root: string, id: string): ScannedFile {
  const read = readSource(join(root, id));
  if (isProblem(read)) return { id, facts: null, problem: problemFinding(read), fingerprint: '' };
  return scanFile(id, read.source);
}
