import { join } from 'node:path';
import { type Finding, makeFinding } from '../../checker/finding.ts';
import { relativeInside } from '../files/paths.ts';
import type { LinkedFile } from '../scanning/scanned.ts';
import type { Manifests } from './manifest.ts';

/** The files whose package.json cannot be read: Node does not load them, and nothing is known of their package. */
export function inUnreadablePackages(
  root: string,
  files: readonly LinkedFile[],
  manifests: Manifests,
): ReadonlyMap<string, Finding> {
  const found = new Map<string, Finding>();
  for (const { id } of files) {
    const manifest = manifests.nearest(join(root, id));
    if (manifest === null || manifest.problem === null) continue;
    const path = relativeInside(root, manifest.file) ?? manifest.file;
    found.set(id, makeFinding('package-unreadable', { args: { path } }));
  }
  return found;
}
