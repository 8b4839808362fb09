import { join } from 'node:path';
import type { FoundFile } from '../files/find.ts';
import { isProblem, readSource } from '../files/read.ts';
import type { PlanOptions } from '../plan-options.ts';
import { breathe, pause } from './breathe.ts';
import { likelyInLateCycles, type Text } from './likely-cycles.ts';
import { readAndScan, type ToScan } from './read-and-scan.ts';
import { keptWhole, type ScannedFile } from './scanned.ts';
import type { Texts } from './texts.ts';
import type { Workers } from './workers.ts';

/** What scanning a run needs. */
export interface Scan {
  readonly root: string;
  readonly files: readonly FoundFile[];
  /** Whether outsiders load a file, so that the names that they can import are wanted. */
  readonly isPublic: (id: string) => boolean;
  /** Where the texts go. */
  readonly texts: Texts;
  /** Null: this thread does all. */
  readonly workers: Workers | null;
}

/** Reads and scans the files of a run; the result is in their order. */
export async function scanFiles(scan: Scan, options: PlanOptions): Promise<readonly ScannedFile[]> {
  options.onProgress?.({ phase: 'scan', done: 0, total: scan.files.length });
  const read = await readAhead(scan, options);
  const sources = new Map(read.map(({ id, source }) => [id, source]));
  const likely = likelyInLateCycles(read);
  const files = scan.files.map(
    ({ path: id }): ToScan => ({
      id,
      isPublic: scan.isPublic(id),
      withRuns: likely.has(id),
      source: sources.get(id) ?? null,
    }),
  );
  return scan.workers === null
    ? scanHere(files, scan, options)
    : scanElsewhere(files, scan, scan.workers, options);
}

/** The texts from which it can be guessed what linking will ask for: of all files, or as many as may be kept. */
async function readAhead({ root, files, texts }: Scan, { signal }: PlanOptions): Promise<readonly Text[]> {
  const read: Text[] = [];
  for (const [done, { path: id }] of files.entries()) {
    await breathe(done, signal);
    if (texts.isFull) break;
    const text = readSource(join(root, id));
    if (isProblem(text)) continue;
    texts.add(id, text.source);
    read.push({ id, source: text.source });
  }
  return read;
}

async function scanHere(
  files: readonly ToScan[],
  { root, texts }: Scan,
  { signal, onProgress }: PlanOptions,
): Promise<readonly ScannedFile[]> {
  const scanned: ScannedFile[] = [];
  while (scanned.length < files.length) {
    const done = scanned.length;
    await pause(signal);
    onProgress?.({ phase: 'scan', done, total: files.length });
    for (const { file, source } of readAndScan(root, files, done)) {
      if (source !== null) texts.add(file.id, source);
      scanned.push(keptWhole(file));
    }
  }
  return scanned;
}

/** Each worker gets the next files when it is done with the last ones, or those that another one left. */
async function scanElsewhere(
  files: readonly ToScan[],
  { root, texts }: Scan,
  workers: Workers,
  { signal, onProgress }: PlanOptions,
): Promise<readonly ScannedFile[]> {
  const scanned: ScannedFile[] = [];
  const left = tasksOf(files).toReversed();
  let done = 0;
  const work = async (): Promise<void> => {
    for (let part = left.pop(); part !== undefined; part = left.pop()) {
      const { from, to } = part;
      signal?.throwIfAborted();
      const results = await workers.scan({ root, files: files.slice(from, to) });
      for (const [index, { file, source }] of results.entries()) {
        if (source !== null) texts.add(file.id, source);
        scanned[from + index] = file;
      }
      done += results.length;
      if (from + results.length < to) left.push({ from: from + results.length, to });
      onProgress?.({ phase: 'scan', done, total: files.length });
    }
  };
  await Promise.all(Array.from({ length: workers.count }, work));
  return scanned;
}

interface Task {
  readonly from: number;
  readonly to: number;
}

const mostFiles = 256;
/** So many characters of sources make a task: enough to be worth a message, few enough to spread. */
export const enoughCharacters = 512 * 1024;

/** Of files that were not read before, the worker finds out how many make a task. */
function tasksOf(files: readonly ToScan[]): readonly Task[] {
  const tasks: Task[] = [];
  let from = 0;
  let characters = 0;
  for (const [index, { source }] of files.entries()) {
    characters += source?.length ?? 0;
    if (characters <= enoughCharacters && index + 1 - from < mostFiles) continue;
    tasks.push({ from, to: index + 1 });
    from = index + 1;
    characters = 0;
  }
  if (from < files.length) tasks.push({ from, to: files.length });
  return tasks;
}
