import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Change } from '../apply/change.ts';

/** Carries out changes in a copy: nobody else looks at it, and nothing in it can be lost. */
export async function placeChanges(root: string, changes: readonly Change[]): Promise<void> {
  const placed = await Promise.all(
    changes.map(async ({ path, after, modeOf }) => ({
      path: join(root, path),
      content:
        after === null ? null : 'text' in after ? after.text : await readFile(join(root, after.bytesOf)),
      mode: modeOf === null ? null : (await stat(join(root, modeOf))).mode,
    })),
  );
  for (const { path, content, mode } of placed) {
    if (content === null) {
      await rm(path);
      continue;
    }
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    if (mode !== null) await chmod(path, mode);
  }
}
