import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { errorCode } from '../files/problem.ts';

/** What resolution asks of the file system. It is taken as unchanging for a run: each folder is listed once. */
export interface Disk {
  /** What a path leads to once links are followed; null where there is nothing. */
  kindOf(absolute: string): 'file' | 'folder' | null;
  isFile(absolute: string): boolean;
  /** The path without symbolic links, of something that exists. */
  realPath(absolute: string): string;
}

/** What a folder holds, links not followed; listings of all folders of a run are kept, so each entry is a word. */
type Listing = ReadonlyMap<string, Entry>;
type Entry = 'file' | 'folder' | 'link';

/** There a listing does not tell whether a name of another case exists. */
const ignoresCase = process.platform === 'darwin' || process.platform === 'win32';

export function createDisk(): Disk {
  const listings = new Map<string, Listing | 'hidden'>();
  const realFolders = new Map<string, string>();

  function listingOf(folder: string): Listing | 'hidden' {
    const known = listings.get(folder);
    if (known !== undefined) return known;
    const listing = list(folder);
    listings.set(folder, listing);
    return listing;
  }

  function kindOf(absolute: string): 'file' | 'folder' | null {
    const folder = path.dirname(absolute);
    if (folder === absolute) return 'folder';
    const listing = listingOf(folder);
    if (listing === 'hidden') return kindByStat(absolute);
    const entry = listing.get(path.basename(absolute));
    if (entry === undefined) return ignoresCase ? kindByStat(absolute) : null;
    return entry === 'link' ? kindByStat(absolute) : entry;
  }

  function realPath(absolute: string): string {
    const folder = path.dirname(absolute);
    if (folder === absolute) return absolute;
    const listing = listingOf(folder);
    const entry = listing === 'hidden' ? null : listing.get(path.basename(absolute));
    if (entry ? entry === 'link' : lstatSync(absolute).isSymbolicLink()) return realpathSync(absolute);
    return path.join(realFolder(folder), path.basename(absolute));
  }

  function realFolder(folder: string): string {
    const known = realFolders.get(folder);
    if (known !== undefined) return known;
    const real = realpathSync(folder);
    realFolders.set(folder, real);
    return real;
  }

  return { kindOf, isFile: (absolute) => kindOf(absolute) === 'file', realPath };
}

/** `hidden`: there is such a folder, but it may not be listed. */
function list(folder: string): Listing | 'hidden' {
  try {
    return new Map(readdirSync(folder, { withFileTypes: true }).map((entry) => [entry.name, entryOf(entry)]));
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? new Map() : 'hidden';
  }
}

function entryOf(entry: Dirent): Entry {
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'file';
}

function kindByStat(absolute: string): 'file' | 'folder' | null {
  try {
    const stats = statSync(absolute, { throwIfNoEntry: false });
    if (stats === undefined) return null;
    return stats.isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
}
