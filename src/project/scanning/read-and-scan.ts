import { join } from 'node:path';
import { type Steps, sideBySide } from '../../checker/steps.ts';
import type { FileProblem } from '../files/problem.ts';
import { readSource, type SourceText } from '../files/read.ts';
import { problemFinding } from '../problem-finding.ts';
import { type Scanned, scanFileInParts, type Wanted } from './scanned.ts';

/** A file that is to be scanned, with its text where that was read before. */
export interface ToScan extends Wanted {
  readonly source: string | null;
}

/** A file with the text that was read for it now: null where there was one before, or none can be read. */
export interface ReadFile<File = Scanned> {
  readonly file: File;
  readonly source: string | null;
}

/** So many small files are scanned side by side; more would hold too many syntax trees at a time. */
const MOST_FILES = 32;
const MOST_CHARACTERS = 16 * 1024;

/** Reads the next files, unless their texts are there, and scans them side by side; the results tell what went wrong. */
export function readAndScan(root: string, files: readonly ToScan[], from: number): readonly ReadFile[] {
  const scans: Steps<ReadFile>[] = [];
  let characters = 0;
  for (const wanted of files.slice(from, from + MOST_FILES)) {
    const read = wanted.source === null ? readSource(join(root, wanted.id)) : { source: wanted.source };
    if (!('code' in read)) characters += read.source.length;
    scans.push(scanRead(wanted, read));
    if (characters >= MOST_CHARACTERS) break;
  }
  return sideBySide(scans);
}

function* scanRead(wanted: ToScan, read: Pick<SourceText, 'source'> | FileProblem): Steps<ReadFile> {
  if ('code' in read) {
    const problem = problemFinding(read);
    return { file: { id: wanted.id, facts: null, problem, lexed: null, runs: null }, source: null };
  }
  const file = yield* scanFileInParts(wanted, read.source);
  return { file, source: wanted.source === null ? read.source : null };
}
