import { readFileSync } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import { parse as parseYaml } from 'yaml';
import { listFolder } from '../files/list.ts';
import { byCodeUnits, joinId } from '../files/paths.ts';
import { errorCode, type PathProblem } from '../files/problem.ts';
import { isRecord, type Manifest, type Manifests } from './manifest.ts';

/** The packages of a project: that of the root and, in a monorepo, those of its workspaces. */
export interface Workspaces {
  /** In order of their folders; the root's comes first where it has a package.json. */
  readonly packages: readonly WorkspacePackage[];
  /** Packages by the name under which they find each other; the first one where two claim it. */
  readonly byName: ReadonlyMap<string, WorkspacePackage>;
  readonly problems: readonly PathProblem[];
}

export interface WorkspacePackage {
  /** Folder relative to the root; '' is the root itself. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** Whether the root lists it as a workspace, rather than it only lying there (a fixture, an example). */
  readonly listed: boolean;
}

/**
 * All package.json files below the root but for those in node_modules, with what `workspaces` (npm, yarn) or
 * `pnpm-workspace.yaml` says about them. Links between them in node_modules are nothing special: resolution follows
 * them to the real files.
 *
 * @param root Absolute real path.
 */
export function findWorkspaces(root: string, manifests: Manifests): Workspaces {
  const problems: PathProblem[] = [];
  const isListed = workspaceFilter(root, manifests, problems);
  const packages: WorkspacePackage[] = [];
  for (const folder of foldersWithManifest(root)) {
    const manifest = manifests.in(path.join(root, folder));
    if (manifest === null) continue;
    if (manifest.problem !== null)
      problems.push({ path: joinId(folder, 'package.json'), ...manifest.problem });
    packages.push({ folder, manifest, listed: folder === '' || isListed(folder) });
  }
  return { packages, byName: index(packages), problems };
}

function index(packages: readonly WorkspacePackage[]): ReadonlyMap<string, WorkspacePackage> {
  const byName = new Map<string, WorkspacePackage>();
  for (const entry of packages) {
    const { name } = entry.manifest;
    if (name !== null && entry.listed && !byName.has(name)) byName.set(name, entry);
  }
  return byName;
}

function workspaceFilter(
  root: string,
  manifests: Manifests,
  problems: PathProblem[],
): (folder: string) => boolean {
  const patterns = [...(manifests.in(root)?.workspaces ?? []), ...pnpmPatterns(root, problems)].map(
    (pattern) => pattern.replace(/^(!?)(?:\.\/)*/, '$1').replace(/\/+$/, ''),
  );
  const included = patterns
    .filter((pattern) => !pattern.startsWith('!'))
    .map((pattern) => picomatch(pattern));
  const excluded = patterns
    .filter((pattern) => pattern.startsWith('!'))
    .map((pattern) => picomatch(pattern.slice(1)));
  return (folder) =>
    included.some((matches) => matches(folder)) && !excluded.some((matches) => matches(folder));
}

function pnpmPatterns(root: string, problems: PathProblem[]): readonly string[] {
  const name = 'pnpm-workspace.yaml';
  try {
    const data: unknown = parseYaml(readFileSync(path.join(root, name), 'utf8'));
    const packages = isRecord(data) ? data.packages : null;
    return Array.isArray(packages) ? packages.filter((item) => typeof item === 'string') : [];
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT')
      problems.push({ path: name, code: 'unreadable', args: { reason: reasonOf(error, code) } });
    return [];
  }
}

/** The parser of YAML has codes of its own; its message begins with the sentence that a person needs. */
function reasonOf(error: unknown, code: string): string {
  return error instanceof Error && !code.startsWith('E') ? error.message.split('\n', 1)[0]! : code;
}

function foldersWithManifest(root: string): readonly string[] {
  const found: string[] = [];
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of listFolder(path.join(root, folder))) {
      if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git')
        pending.push(joinId(folder, entry.name));
      else if (entry.name === 'package.json' && !entry.isDirectory()) found.push(folder);
    }
  }
  return found.sort(byCodeUnits);
}
