import { join, posix } from 'node:path';
import type { PathString } from '../../checker/facts.ts';
import { isFile } from '../files/is-file.ts';
import { hasSourceEnding, isUnmarkedText, startsNode } from '../files/kinds.ts';
import { listFolder } from '../files/list.ts';
import { folderOf, joinId } from '../files/paths.ts';
import { isProblem, readSource } from '../files/read.ts';
import { insideRoot, startFolders } from '../paths/named-paths.ts';
import { isLocal } from '../targets.ts';
import { type LinkedFile, scanOrFinding } from './scanned.ts';

/** What a program does that can be noticed, it does by way of one of these. */
const EFFECTS = /\b(?:require|import|module|exports|process|console|global|globalThis)\b/;

/**
 * The programs that code starts or loads under names that are not those of JavaScript: `fork(path.join(__dirname,
 * 'worker'))`. Node takes them for what the type of their package says, or in one of type `module` not at all.
 */
export function unusuallyNamed(
  root: string,
  files: readonly LinkedFile[],
  packageOf: (id: string) => string,
): readonly string[] {
  const named = files.flatMap(({ id, facts }) => {
    if (facts === null) return [];
    const folder = folderOf(id);
    const required = facts.requires.flatMap(({ specifier }) =>
      specifier !== null && isLocal(specifier) ? filesAt(root, posix.join(folder, specifier)) : [],
    );
    const strings = facts.pathStrings.filter(mayLead);
    return [
      ...required,
      ...strings.flatMap((string) => firstFound(root, string, startFolders(string, id, packageOf))),
    ];
  });
  return [...new Set(named)].filter((id) => isProgram(join(root, id)));
}

/** What goes where it is not followed may be started there; of a folder at that, most is data. */
function mayLead({ use, fromFile, computed }: PathString): boolean {
  return use === 'start' || use === 'load' || (use === 'other' && fromFile && !computed);
}

function firstFound(root: string, string: PathString, folders: readonly string[]): readonly string[] {
  for (const folder of folders) {
    const path = posix.join(folder, string.start);
    const found = string.computed ? begunBy(root, path, string.end) : filesAt(root, path);
    if (found.length > 0) return found;
  }
  return [];
}

function filesAt(root: string, path: string): readonly string[] {
  const isOther = hasSourceEnding(path) || /\.(?:json|node)$/.test(path);
  const id = isOther ? null : insideRoot(path);
  return id !== null && isFile(join(root, id)) ? [id] : [];
}

/** The files of a folder whose names begin and end so. */
function begunBy(root: string, start: string, end: string): readonly string[] {
  const folder = insideRoot(start.endsWith('/') ? start.slice(0, -1) : folderOf(start));
  if (folder === null || hasSourceEnding(end)) return [];
  return listFolder(join(root, folder))
    .map(({ name }) => joinId(folder, name))
    .filter((id) => id.startsWith(start) && id.endsWith(end))
    .flatMap((id) => filesAt(root, id));
}

/** What a program gets besides its own name may be the path of anything. */
function isProgram(absolute: string): boolean {
  if (startsNode(absolute)) return true;
  if (!isUnmarkedText(absolute)) return false;
  const read = readSource(absolute);
  return !isProblem(read) && EFFECTS.test(read.source) && 'system' in scanOrFinding(read.source, absolute);
}
