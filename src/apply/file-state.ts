import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { errorCode } from '../project/files/problem.ts';
import type { Ownership } from './durable.ts';

/** A file as it lies there: what two moments are compared by. */
export interface FileState extends Ownership {
  readonly hash: string;
}

export interface ReadFile extends FileState {
  readonly bytes: Buffer;
}

/** Neither an ordinary file nor nothing: a link, a folder. It is not ours to replace. */
export type Other = 'other';

/**
 * What stands at a path; null: nothing. A symbolic link is not followed: plans name files by their real paths.
 *
 * @throws the file system's own error where the file cannot be read
 */
export async function readState(absolute: string): Promise<ReadFile | Other | null> {
  try {
    if (!(await lstat(absolute)).isFile()) return 'other';
    const handle = await open(absolute, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const { mode, uid, gid } = await handle.stat();
      const bytes = await handle.readFile();
      return { mode, uid, gid, bytes, hash: hashOf(bytes) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    if (code === 'ELOOP') return 'other';
    throw error;
  }
}

export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
