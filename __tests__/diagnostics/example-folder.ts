import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ExampleFile } from '../../src/checker/diagnostics/entry.ts';

type Files = Readonly<Record<string, ExampleFile>>;

/** Puts an example's files into a folder of their own for as long as `use` runs. */
export async function inFolder<Result>(
  files: Files,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'esmshift-example-')));
  try {
    for (const [path, file] of Object.entries(files)) put(join(folder, path), file);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function put(path: string, file: ExampleFile): void {
  mkdirSync(dirname(path), { recursive: true });
  if (typeof file === 'string') writeFileSync(path, file);
  else if ('hex' in file) writeFileSync(path, Buffer.from(file.hex, 'hex'));
  else if ('linkTo' in file) symlinkSync(file.linkTo, path);
  else if ('repeat' in file) writeFileSync(path, file.repeat.repeat(file.times));
  else {
    writeFileSync(path, '');
    if ('megabytes' in file) truncateSync(path, file.megabytes * 1024 * 1024);
  }
}

/** What a person sees who runs `node main.js` (or the given entry) there. */
export interface Seen {
  readonly stdout: string;
  readonly exitCode: number | null;
  /** First line of the error that ended it, to say why it failed. */
  readonly error: string | null;
}

export function runEntry(folder: string, entry: string): Promise<Seen> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [entry],
      { cwd: folder, env, timeout: 20_000 },
      (_error, stdout, stderr) => {
        const error = /^\w*Error\b.*$/m.exec(stderr)?.[0] ?? null;
        resolve({ stdout, exitCode: child.exitCode, error });
      },
    );
  });
}

/** Runs the jobs a few at a time and keeps their order. */
export async function pooled<Item, Result>(
  items: readonly Item[],
  job: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await job(item);
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  return results;
}
