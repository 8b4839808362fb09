import type { ReviewedFile } from './reporter.ts';

/** The text of a file by its path; null where there is none to show. */
export type SourceOf = (path: string) => string | null;

/** The texts that the findings of a review speak of: files that are new have none. */
export function sourcesOf(files: readonly ReviewedFile[]): SourceOf {
  const read = new Map(files.flatMap((file) => (file.added ? [] : [[file.path, file]])));
  return (path) => read.get(path)?.before() || null;
}
