import { join } from 'node:path';
import { isProblem, readSource } from './files/read.ts';
import type { RewrittenFile } from './rewrite-files.ts';
import { type ScannedFile, scanFile } from './scanned.ts';

/**
 * Bystanders: files of the project that are not to be converted, since they were not named, are excluded, or are ignored
 * by git. What they do with the files that they load counts as it does anywhere else; of themselves only the specifiers
 * of renamed files change.
 */

/** A file without any of these words loads no other one. */
const MAY_LOAD = /\b(?:require|import|export|fork|spawn|exec\w*|Worker)\b/;

/** What is wrong with a file that nobody asked for is left to whoever runs it. */
export function scanBystanders(root: string, ids: Iterable<string>): readonly ScannedFile[] {
  return [...ids].flatMap((id) => {
    const read = readSource(join(root, id));
    if (isProblem(read) || !MAY_LOAD.test(read.source)) return [];
    const scanned = scanFile(id, read.source, false);
    return scanned.facts === null ? [] : [scanned];
  });
}

/** Whether the result has anything to say of the file: of a bystander only where its text changes. */
export function isToBeReported(
  { id, before, outcome }: RewrittenFile,
  bystanders: ReadonlySet<string>,
): boolean {
  return !bystanders.has(id) || outcome.code !== before;
}
