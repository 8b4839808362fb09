import { summaryOf } from '../../../../project/report.ts';
import { folderOf } from '../../../folders.ts';
import type { Tally } from '../../../tally.ts';
import type { PageFile } from '../../data.ts';
import { isInside } from './filter.ts';

export interface FolderBar {
  readonly folder: string;
  readonly files: number;
  readonly tally: Tally;
}

/** A chart is read at a glance: more bars than this are no glance. */
const MOST_BARS = 16;

/** The status of the files by folder, as deep as the chart has room for bars. */
export function folderBars(files: readonly PageFile[]): readonly FolderBar[] {
  const sources = files.filter(({ kind }) => kind === 'source');
  let folders = foldersAt(sources, 1);
  for (let depth = 2; ; depth++) {
    const deeper = foldersAt(sources, depth);
    if (deeper.length === folders.length && deeper.every((folder, index) => folder === folders[index])) break;
    if (deeper.length > MOST_BARS && folders.length > 3) break;
    folders = deeper;
  }
  return folders.map((folder) => {
    const inside = sources.filter(({ path }) => ownerOf(path, folders) === folder);
    return { folder, files: inside.length, tally: summaryOf(inside) };
  });
}

function foldersAt(files: readonly PageFile[], depth: number): readonly string[] {
  const shortened = files.map(({ path }) => {
    const folder = folderOf(path);
    return folder.split('/').slice(0, depth).join('/');
  });
  return [...new Set(shortened)].sort();
}

/** The deepest of the folders that a file is in. */
function ownerOf(path: string, folders: readonly string[]): string | undefined {
  return folders.filter((folder) => isInside(path, folder)).sort((a, b) => b.length - a.length)[0];
}
