import { breathe } from './breathe.ts';
import type { FoundFile } from './files/find.ts';
import type { PlanOptions } from './plan-options.ts';
import { readAndScan } from './read-and-scan.ts';
import type { ScannedFile } from './scanned.ts';
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
export function scanFiles(scan: Scan, options: PlanOptions): Promise<readonly ScannedFile[]> {
  return scan.workers === null ? scanHere(scan, options) : scanElsewhere(scan, scan.workers, options);
}

async function scanHere(
  { root, files, isPublic, texts }: Scan,
  { signal, onProgress }: PlanOptions,
): Promise<readonly ScannedFile[]> {
  const scanned: ScannedFile[] = [];
  for (const [done, { path }] of files.entries()) {
    await breathe(done, signal);
    onProgress?.({ phase: 'scan', done, total: files.length });
    const { file, source } = readAndScan(root, path, isPublic(path));
    if (source !== null) texts.add(path, source);
    scanned.push(file);
  }
  return scanned;
}

/** Files of one task: their number is limited by that of their bytes, too, which only reading tells. */
const mostFiles = 256;

/** Each worker gets the next files when it is done with the last ones, or those that another one left. */
async function scanElsewhere(
  { root, files, isPublic, texts }: Scan,
  workers: Workers,
  { signal, onProgress }: PlanOptions,
): Promise<readonly ScannedFile[]> {
  const scanned: ScannedFile[] = [];
  const left: { readonly from: number; readonly to: number }[] = [];
  for (let from = files.length; from > 0; from -= mostFiles)
    left.push({ from: Math.max(0, from - mostFiles), to: from });
  let done = 0;
  const work = async (): Promise<void> => {
    for (let part = left.pop(); part !== undefined; part = left.pop()) {
      const { from, to } = part;
      signal?.throwIfAborted();
      const wanted = files.slice(from, to).map(({ path }) => ({ id: path, isPublic: isPublic(path) }));
      const results = await workers.scan({ root, files: wanted });
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
