import { join, sep } from 'node:path';
import { type Finding, makeFinding } from '../../checker/finding.ts';
import type { LinkedFile } from '../scanning/scanned.ts';

/**
 * Files with `\` in their paths, which no URL can name: Node rejects `%5C` in what is imported (Node documentation,
 * "ERR_INVALID_MODULE_SPECIFIER"). On Windows no name can hold one.
 */
export function unimportable(root: string, files: readonly LinkedFile[]): ReadonlyMap<string, Finding> {
  const named = files.filter(({ id }) => sep === '/' && join(root, id).includes('\\'));
  return new Map(named.map(({ id }) => [id, makeFinding('unimportable-name')]));
}
