import path from 'node:path';
import { isExtensionless, startsNode } from './kinds.ts';
import { listFolder } from './list.ts';
import { byCodeUnits, joinId } from './paths.ts';

/**
 * The files whose module system the `type` of a package.json settles: every `.js` file and every Node script without an
 * ending in its folder, down to nested package.json files and node_modules. What git ignores and what a build made
 * counts, too: it changes its meaning with the rest. (Node documentation, "Determining module system".)
 *
 * @param folder Absolute path of the folder of the package.json.
 * @returns Paths relative to the folder, with `/`, in order of code units.
 */
export function governedFiles(folder: string): readonly string[] {
  const governed: string[] = [];
  const pending = [''];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    const entries = listFolder(path.join(folder, current));
    if (current !== '' && entries.some((entry) => entry.name === 'package.json')) continue;
    for (const entry of entries) {
      const id = joinId(current, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules' && entry.name !== '.git') pending.push(id);
      } else if (entry.isFile() && isGoverned(folder, id)) governed.push(id);
    }
  }
  return governed.sort(byCodeUnits);
}

/** Symbolic links are left out: a file is governed by where it really lies. */
function isGoverned(folder: string, id: string): boolean {
  return id.endsWith('.js') || (isExtensionless(id) && startsNode(path.join(folder, id)));
}
