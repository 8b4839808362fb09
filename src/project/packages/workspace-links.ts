import { existsSync } from 'node:fs';
import path from 'node:path';
import { relativeInside } from '../files/paths.ts';
import type { Manifests } from './manifest.ts';
import { findWorkspaces } from './workspaces.ts';

/**
 * The folder of the workspace package that a file would find by this name once `npm install` (or yarn, pnpm) has linked
 * the packages of the workspace into node_modules; null where there is none.
 */
export type WorkspaceLinks = (name: string, fromFile: string) => string | null;

/**
 * Asked only for what is not installed: the packages are looked for when the first such name comes up.
 *
 * @param root Absolute real path.
 */
export function workspaceLinks(root: string, manifests: Manifests): WorkspaceLinks {
  let folders: ReadonlyMap<string, string> | null = null;
  return (name, fromFile) => {
    if (relativeInside(root, fromFile) === null) return null;
    folders ??= foldersByName(root, manifests);
    return folders.get(name) ?? null;
  };
}

function foldersByName(root: string, manifests: Manifests): ReadonlyMap<string, string> {
  const listsSome =
    (manifests.in(root)?.workspaces.length ?? 0) > 0 || existsSync(path.join(root, 'pnpm-workspace.yaml'));
  if (!listsSome) return new Map();
  const { byName } = findWorkspaces(root, manifests);
  // The root itself is linked nowhere.
  const linked = [...byName].filter(([, { folder }]) => folder !== '');
  return new Map(linked.map(([name, { folder }]) => [name, path.join(root, folder)]));
}
