import { join, posix } from 'node:path';
import { type Finding, makeFinding } from '../../checker/finding.ts';
import { isFile } from '../files/is-file.ts';
import { listFolder } from '../files/list.ts';
import { foldersAround, joinId } from '../files/paths.ts';
import { isProblem, readSource } from '../files/read.ts';
import type { Manifests } from '../packages/manifest.ts';
import type { Renames } from '../packages/renames.ts';
import { type ConfigFormat, configFormat, foldersOfConfigs } from './config-files.ts';
import { configsByOption } from './configs-by-option.ts';
import { renameInConfig } from './rename.ts';
import { renamesForScript, shellScripts } from './shell-scripts.ts';

/** A configuration file in which renamed files are named. */
export interface ConfigChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly findings: readonly Finding[];
}

/** What new names of files mean for the configuration in their folders and in all above, up to the root, and for shell scripts. */
export function configChanges(
  root: string,
  renames: ReadonlyMap<string, string>,
  manifests: Manifests,
): readonly ConfigChange[] {
  if (renames.size === 0) return [];
  const folders = new Set([...renames.keys()].flatMap(foldersAround));
  const configs = [...folders].sort().flatMap((folder) => {
    const relative = relativeTo(root, folder, renames);
    return configsIn(root, folder).flatMap(
      (name) => changeOf(root, joinId(folder, name), configFormat(name)!, () => relative) ?? [],
    );
  });
  const byOption = [...folders].flatMap((folder) =>
    configsByOption(root, folder, manifests).flatMap(
      ({ id, format, folders: counted }) =>
        changeOf(root, id, format, () => relativeToAny(root, counted, renames)) ?? [],
    ),
  );
  const scripts = shellScripts(root).flatMap(
    (id) => changeOf(root, id, 'script', (text) => renamesForScript(root, id, text, renames)) ?? [],
  );
  return [...configs, ...byOption, ...scripts];
}

/** The configuration files of a folder, relative to it. */
export function configsIn(root: string, folder: string): readonly string[] {
  return foldersOfConfigs.flatMap((inner) =>
    listFolder(join(root, folder, inner))
      .filter((entry) => entry.isFile())
      .map((entry) => joinId(inner, entry.name))
      .filter((name) => configFormat(name) !== null),
  );
}

function changeOf(
  root: string,
  path: string,
  format: ConfigFormat,
  renamesFor: (text: string) => Renames,
): ConfigChange | null {
  const read = readSource(join(root, path));
  if (isProblem(read)) return null;
  const before = read.source;
  const { text: after, warnings } = renameInConfig(before, format, renamesFor(before));
  const findings = warnings.map(({ code, args }): Finding => makeFinding(code, { args: { ...args } }));
  return after === before && findings.length === 0 ? null : { path, before, after, findings };
}

function relativeToAny(
  root: string,
  folders: readonly string[],
  renames: ReadonlyMap<string, string>,
): Renames {
  const all = folders.map((folder) => relativeTo(root, folder, renames));
  return {
    paths: new Map(all.flatMap(({ paths }) => [...paths])),
    exists: (file) => all.some(({ exists }) => exists(file)),
  };
}

/** Names as they are written in a folder, those of files above it included. */
export function relativeTo(root: string, folder: string, renames: ReadonlyMap<string, string>): Renames {
  const written = (id: string): string => posix.relative(`/${folder}`, `/${id}`);
  return {
    paths: new Map([...renames].map(([from, to]) => [written(from), written(to)])),
    exists: (file) => isFile(join(root, folder, file)),
  };
}
