import type { FileStatus } from '../../../../project/report.ts';
import { STATUSES } from '../../../tally.ts';
import type { PageFile } from '../../data.ts';

/** What a file counts as: a source by its status; package.json files and the like apart from them. */
export type Group = FileStatus | 'other';

export const GROUPS: readonly Group[] = [...STATUSES, 'other'];

export function groupOf({ kind, status }: PageFile): Group {
  return kind === 'source' ? status : 'other';
}

/** Which files are listed. */
export interface Filter {
  /** Words that must all occur; one with `-` in front must not. */
  readonly query: string;
  /** Empty: all. */
  readonly groups: ReadonlySet<Group>;
  readonly code: string | null;
  /** The files of this folder and of those in it. */
  readonly folder: string | null;
}

export const NO_FILTER: Filter = { query: '', groups: new Set(), code: null, folder: null };

/** A test for files; what is the same for all of them is worked out once. */
export function filterOf({ query, groups, code, folder }: Filter): (file: PageFile) => boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = words.filter((word) => !word.startsWith('-'));
  const unwanted = words.flatMap((word) => (word.length > 1 && word.startsWith('-') ? [word.slice(1)] : []));
  return (file) => {
    if (groups.size > 0 && !groups.has(groupOf(file))) return false;
    if (code !== null && !file.diagnostics.some((diagnostic) => diagnostic.code === code)) return false;
    if (folder !== null && !isInside(file.path, folder)) return false;
    if (words.length === 0) return true;
    const text = searchTextOf(file);
    return wanted.every((word) => text.includes(word)) && !unwanted.some((word) => text.includes(word));
  };
}

export function isInside(path: string, folder: string): boolean {
  return folder === '.' ? !path.includes('/') : path.startsWith(`${folder}/`);
}

const searchTexts = new WeakMap<PageFile, string>();

/** What a search looks through: paths, status, codes. */
function searchTextOf(file: PageFile): string {
  let text = searchTexts.get(file);
  if (text === undefined) {
    const codes = file.diagnostics.map(({ code }) => code);
    text = [file.path, file.output, file.status, ...codes].join('\n').toLowerCase();
    searchTexts.set(file, text);
  }
  return text;
}
