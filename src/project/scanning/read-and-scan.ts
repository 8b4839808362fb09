import { join } from 'node:path';
import { isProblem, readSource } from '../files/read.ts';
import { problemFinding } from '../problem-finding.ts';
import { type Scanned, scanFile, type Wanted } from './scanned.ts';

/** A file that is to be scanned, with its text where that was read before. */
export interface ToScan extends Wanted {
  readonly source: string | null;
}

/** A file with the text that was read for it now: null where there was one before, or none can be read. */
export interface ReadFile<File = Scanned> {
  readonly file: File;
  readonly source: string | null;
}

/** Reads a file, unless its text is there, and scans it; the result tells what went wrong. */
export function readAndScan(root: string, wanted: ToScan): ReadFile {
  if (wanted.source !== null) return { file: scanFile(wanted, wanted.source), source: null };
  const { id } = wanted;
  const read = readSource(join(root, id));
  if (isProblem(read))
    return {
      file: { id, facts: null, problem: problemFinding(read), lexed: null, runs: null },
      source: null,
    };
  return { file: scanFile(wanted, read.source), source: read.source };
}
