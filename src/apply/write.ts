import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/** One file of a run as it is to be on disk. */
export interface Change {
  /** Relative to the root; null: the file is new. */
  readonly path: string | null;
  readonly output: string;
  readonly before: string;
  readonly after: string;
}

/** Why nothing was written. */
export class WriteRefused extends Error {
  override readonly name = 'WriteRefused';
}

/**
 * Writes all changes or none: what was written before a failure is put back.
 *
 * @throws WriteRefused where a file is not what the plan was made from, an output name is taken, or a path leads out
 *   of the root; the file system's own error where writing failed.
 */
export async function writeChanges(root: string, changes: readonly Change[]): Promise<void> {
  for (const change of changes) await refuseUnlessSafe(root, change);
  const done: Change[] = [];
  try {
    for (const change of changes) {
      done.push(change);
      await writeOutput(root, change);
    }
    for (const { path, output } of changes)
      if (path !== null && path !== output) await rm(inside(root, path));
  } catch (failure) {
    for (const change of done.toReversed()) await putBack(root, change);
    throw failure;
  }
}

async function refuseUnlessSafe(root: string, { path, output, before }: Change): Promise<void> {
  const target = inside(root, output);
  if (path !== output && existsSync(target)) throw new WriteRefused(`${output} exists already`);
  if (path === null) return;
  const now = await readFile(inside(root, path), 'utf8').catch(() => null);
  if (now !== before) throw new WriteRefused(`${path} has changed since the plan was made`);
}

async function writeOutput(root: string, { path, output, after }: Change): Promise<void> {
  const target = inside(root, output);
  await mkdir(dirname(target), { recursive: true });
  await writeFileAtomic(target, after, 'utf8');
  if (path !== null && path !== output) await chmod(target, (await stat(inside(root, path))).mode);
}

async function putBack(root: string, { path, output, before }: Change): Promise<void> {
  if (path !== null) await writeFileAtomic(inside(root, path), before, 'utf8');
  if (path !== output) await rm(inside(root, output), { force: true });
}

function inside(root: string, path: string): string {
  const absolute = resolve(root, path);
  if (!absolute.startsWith(root.endsWith(sep) ? root : root + sep))
    throw new WriteRefused(`${path} is outside ${root}`);
  return absolute;
}
