import { join } from 'node:path';
import { breathe } from './breathe.ts';
import type { FoundFile } from './files/find.ts';
import { isProblem, readSource } from './files/read.ts';
import type { PlanOptions } from './plan-options.ts';
import { problemFinding } from './problem-finding.ts';
import { type ScannedFile, scanFile } from './scanned.ts';

/**
 * Reads and scans the files of a run, one after the other; none of their texts is kept.
 *
 * @param isPublic whether outsiders load a file, so that the names that they can import are wanted
 */
export async function scanFiles(
  root: string,
  files: readonly FoundFile[],
  isPublic: (id: string) => boolean,
  { signal, onProgress }: PlanOptions,
): Promise<readonly ScannedFile[]> {
  const scanned: ScannedFile[] = [];
  for (const [done, { path }] of files.entries()) {
    await breathe(done, signal);
    onProgress?.({ phase: 'scan', done, total: files.length });
    scanned.push(readAndScan(root, path, isPublic(path)));
  }
  return scanned;
}

function readAndScan(root: string, id: string, isPublic: boolean): ScannedFile {
  const read = readSource(join(root, id));
  if (isProblem(read)) {
    return { id, facts: null, problem: problemFinding(read), lexed: null, fingerprint: '' };
  }
  return scanFile(id, read.source, isPublic);
}
