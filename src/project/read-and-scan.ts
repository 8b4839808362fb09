import { join } from 'node:path';
import { isProblem, readSource } from './files/read.ts';
import { problemFinding } from './problem-finding.ts';
import { type ScannedFile, scanFile } from './scanned.ts';

/** A file with its text, which is null where it could not be read. */
export interface ReadFile {
  readonly file: ScannedFile;
  readonly source: string | null;
}

/** Reads a file and scans it; the result tells what went wrong. */
export function readAndScan(root: string, id: string, isPublic: boolean): ReadFile {
  const read = readSource(join(root, id));
  if (isProblem(read))
    return { file: { id, facts: null, problem: problemFinding(read), lexed: null }, source: null };
  return { file: scanFile(id, read.source, isPublic), source: read.source };
}
