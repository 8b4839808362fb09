import { readdirSync } from 'node:fs';
import path from 'node:path';
import { folderOf, joinId } from './paths.ts';

/** A rename that would meet another file. */
export interface Collision {
  readonly from: string;
  readonly to: string;
  /** The file that is there already, or that is renamed to the same path. */
  readonly other: string;
  /** The two paths differ by case or Unicode normalisation only: two files on some systems, one on others. */
  readonly byCase: boolean;
}

/**
 * Renames that would overwrite a file, or that would on a file system that does not tell `a.cjs` from `A.cjs`.
 *
 * @param root Absolute.
 * @param renames Old path -> new path, relative to the root; a file stays in its folder.
 */
export function findCollisions(root: string, renames: ReadonlyMap<string, string>): readonly Collision[] {
  const taken = new Map<string, string[]>();
  const add = (id: string): void => {
    const key = folded(id);
    const others = taken.get(key);
    if (others) others.push(id);
    else taken.set(key, [id]);
  };
  for (const folder of new Set([...renames.values()].map(folderOf)))
    for (const name of namesIn(path.join(root, folder))) {
      const id = joinId(folder, name);
      // What is renamed itself gives its place free.
      if (!renames.has(id)) add(id);
    }
  const collisions: Collision[] = [];
  for (const [from, to] of renames) {
    for (const other of taken.get(folded(to)) ?? [])
      collisions.push({ from, to, other, byCase: other !== to });
    add(to);
  }
  return collisions;
}

function folded(id: string): string {
  return id.normalize('NFC').toLowerCase();
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
