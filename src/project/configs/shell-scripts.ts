import { join, posix } from 'node:path';
import { isFile } from '../files/is-file.ts';
import { isExtensionless, startsShell } from '../files/kinds.ts';
import { listFolder } from '../files/list.ts';
import { folderOf, joinId, withAncestors } from '../files/paths.ts';
import { isNeverEntered } from '../files/walk.ts';
import type { Renames } from '../packages/renames.ts';

/** Shell scripts of a project: by their ending, their first line, or as hooks of husky. */
export function shellScripts(root: string): readonly string[] {
  const found: string[] = [];
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop())
    for (const entry of listFolder(join(root, folder))) {
      const id = joinId(folder, entry.name);
      if (entry.isDirectory()) {
        if (!isNeverEntered(entry.name)) pending.push(id);
      } else if (entry.isFile() && isShellScript(root, id)) found.push(id);
    }
  return found.sort();
}

function isShellScript(root: string, id: string): boolean {
  if (/\.(?:ba|da|k|z)?sh$/.test(id)) return true;
  return isExtensionless(id) && (/(?:^|\/)\.husky\/[^/]+$/.test(id) || startsShell(join(root, id)));
}

/**
 * Renamed files by the names that a script may have for them: they count from the folder in which it is started, which may
 * be its own or any around it. A name that leads from one of these to another file is none of them.
 */
export function renamesForScript(
  root: string,
  script: string,
  text: string,
  renames: ReadonlyMap<string, string>,
): Renames {
  const own = folderOf(script);
  const folders = ['', ...withAncestors(own)];
  const mentioned = [...renames].filter(([id]) => text.includes(posix.basename(id, posix.extname(id))));
  const leadsElsewhere = (name: string): boolean =>
    folders.some((folder) => {
      const id = posix.join(folder, name);
      return !renames.has(id) && isFile(join(root, id));
    });
  const paths = new Map<string, string>();
  for (const folder of folders)
    for (const [from, to] of mentioned) {
      const name = posix.relative(`/${folder}`, `/${from}`);
      if (!leadsElsewhere(name)) paths.set(name, posix.relative(`/${folder}`, `/${to}`));
    }
  return { paths, exists: (name) => leadsElsewhere(name) };
}
