import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listFolder } from '../project/files/list.ts';
import { byCodeUnits, joinId } from '../project/files/paths.ts';
import { isRecord, type Manifest, type Manifests } from '../project/packages/manifest.ts';
import type { WorkspacePackage } from '../project/packages/workspaces.ts';
import type { ProjectPlan } from '../project/plan.ts';
import type { PlannedPath, Subject } from './check.ts';

/** What the checks look at in one package of a planned conversion. */
export function subjectOf(
  { root, files: plannedFiles }: ProjectPlan,
  { folder, manifest }: WorkspacePackage,
  others: readonly WorkspacePackage[],
  manifests: Manifests,
): Subject {
  const nested = others.filter((other) => other.folder !== folder && isBelow(other.folder, folder));
  const isOwn = (path: string): boolean =>
    isBelow(path, folder) && !nested.some((other) => isBelow(path, other.folder));
  const planned = plannedFiles.flatMap((file): PlannedPath[] =>
    isOwn(file.path) ? [{ path: within(folder, file.path), output: within(folder, file.output), file }] : [],
  );
  const files = filesIn(root, folder, new Set(nested.map((other) => other.folder)));
  const texts = new Map<string, string>();
  return {
    manifest,
    planned,
    files: files.map((path) => within(folder, path)),
    textOf(path) {
      const known = texts.get(path);
      if (known !== undefined) return known;
      const text = readText(join(root, folder, path));
      texts.set(path, text);
      return text;
    },
    versionOf: (name) => installedVersion(manifest.folder, name, manifests) ?? rangeOf(manifest, name),
  };
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

function within(folder: string, path: string): string {
  return folder === '' ? path : path.slice(folder.length + 1);
}

function filesIn(root: string, start: string, left: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  const pending = [start];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop())
    for (const entry of listFolder(join(root, folder))) {
      const path = joinId(folder, entry.name);
      if (!entry.isDirectory()) found.push(path);
      else if (!SKIPPED.has(entry.name) && !left.has(path)) pending.push(path);
    }
  return found.sort(byCodeUnits);
}

const SKIPPED: ReadonlySet<string> = new Set(['node_modules', '.git', '.esmshift']);

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function installedVersion(from: string, name: string, manifests: Manifests): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const installed = manifests.in(join(folder, 'node_modules', name));
    if (installed !== null) return installed.version;
    if (dirname(folder) === folder) return null;
  }
}

function rangeOf({ fields }: Manifest, name: string): string | null {
  for (const field of ['devDependencies', 'dependencies', 'peerDependencies']) {
    const ranges = fields.get(field);
    if (isRecord(ranges) && typeof ranges[name] === 'string') return ranges[name];
  }
  return null;
}
