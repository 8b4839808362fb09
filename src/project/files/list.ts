import { type Dirent, readdirSync } from 'node:fs';

/** The entries of a folder; none where it cannot be listed: what it holds, Node could not load either. */
export function listFolder(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
