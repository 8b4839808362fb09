import { open } from 'node:fs/promises';

/** Writing so that it outlives a power failure, not only the end of this process. */

export interface Ownership {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** Writes a file anew and waits until the disk has it. */
export async function writeDurably(
  file: string,
  content: string | Uint8Array,
  owned: Ownership | null = null,
): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(content);
    if (owned !== null) {
      // Only root may give a file away; for others it is theirs already, or stays theirs.
      await handle.chown(owned.uid, owned.gid).catch(() => {});
      await handle.chmod(owned.mode & 0o7777);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Waits until the disk has the names in a folder. Not every system can open a folder for that; those need not. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  if (handle === null) return;
  try {
    await handle.sync().catch(() => {});
  } finally {
    await handle.close();
  }
}
