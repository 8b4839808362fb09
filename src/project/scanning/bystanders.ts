import { join } from 'node:path';
import type { Bystander } from '../files/find.ts';
import { listFolder } from '../files/list.ts';
import { joinId } from '../files/paths.ts';
import { isProblem, readSource } from '../files/read.ts';
import type { Manifests } from '../packages/manifest.ts';
import { startedScripts } from '../packages/started-scripts.ts';
import { isUnmarkedConfig } from '../paths/tool-configs.ts';
import type { RewrittenFile } from '../rewrite-files.ts';
import { packageFolder } from './packages-of-run.ts';
import { keptWhole, type ScannedFile, scanFile } from './scanned.ts';
import type { Texts } from './texts.ts';

/**
 * Bystanders: files of the project that are not to be converted, since they were not named, are excluded, or are ignored
 * by git. What they do with the files that they load counts as it does anywhere else; of themselves only the specifiers
 * of renamed files change.
 */

/** A file without any of these words loads no other one. */
const LOADS = /\b(?:require|import|export|fork|spawn|exec\w*|Worker)\b/;

/**
 * What package.json has Node start under a name that is not one of JavaScript.
 *
 * @param ids the files of the run, by which its packages are known
 */
export function startedBystanders(root: string, ids: readonly string[], manifests: Manifests): Bystander[] {
  const known = new Set(ids);
  return packageFolders(root, ids, manifests).flatMap((folder) => {
    const manifest = manifests.in(join(root, folder));
    const started = manifest === null ? [] : startedScripts(manifest);
    return started
      .map((file) => ({ path: joinId(folder, file), leftOut: null }))
      .filter(({ path }) => !known.has(path));
  });
}

/**
 * The configuration of tools that is CommonJS under a name that is not one of JavaScript. Its tool requires it, and Node
 * takes what is required under such a name for CommonJS whatever the type of its package is.
 */
export function unmarkedConfigs(root: string, ids: readonly string[], manifests: Manifests): Bystander[] {
  return packageFolders(root, ids, manifests).flatMap((folder) =>
    listFolder(join(root, folder))
      .filter((entry) => entry.isFile() && isUnmarkedConfig(entry.name))
      .map(({ name }) => ({ path: joinId(folder, name), leftOut: null })),
  );
}

/** The names of the packages that the files of a run belong to: by these, and by `#name`, others may load them. */
export function packageNames(
  root: string,
  ids: readonly string[],
  manifests: Manifests,
): ReadonlySet<string> {
  const folders = packageFolders(root, ids, manifests);
  return new Set(folders.flatMap((folder) => manifests.in(join(root, folder))?.name ?? []));
}

function packageFolders(root: string, ids: readonly string[], manifests: Manifests): readonly string[] {
  return [...new Set(ids.map((id) => packageFolder(root, id, manifests)))];
}

/** A text that begins as a specifier of one of these packages does. */
function specifierOf(names: ReadonlySet<string>): RegExp {
  const escaped = [...names].map((name) => name.replace(/[^\w@/-]/g, '\\$&'));
  return new RegExp(`['"\`](?:#[\\w@/-]|(?:${['(?!)', ...escaped].join('|')})['"\`/])`);
}

/**
 * What is wrong with a file that nobody asked for is left to whoever runs it.
 *
 * @param names the packages of the run; null where others may count as well
 */
export function scanBystanders(
  root: string,
  bystanders: readonly Bystander[],
  texts: Texts,
  names: ReadonlySet<string> | null,
): readonly ScannedFile[] {
  const byName = names && specifierOf(names);
  const mayLoadOthers = (bystander: Bystander, source: string): boolean =>
    byName === null || mayLeave(bystander, source) || byName.test(source);
  return bystanders.flatMap((bystander) => {
    const read = readSource(join(root, bystander.path));
    if (isProblem(read) || !LOADS.test(read.source) || !mayLoadOthers(bystander, read.source)) return [];
    const wanted = { id: bystander.path, isPublic: false, withRuns: false };
    const scanned = scanFile(wanted, read.source);
    if (scanned.facts === null) return [];
    texts.add(scanned.id, read.source);
    return [keptWhole(scanned)];
  });
}

/** Whether a file may load another than those that were left out together with it: builds mostly load each other. */
function mayLeave({ path, leftOut }: Bystander, source: string): boolean {
  if (leftOut === null) return true;
  const levels = path.split('/').length - leftOut.split('/').length;
  return source.includes('../'.repeat(levels)) || /(['"`])\.\.\1/.test(source);
}

/** Whether the result has anything to say of the file: of a bystander only where its text changes. */
export function isToBeReported({ id, changed }: RewrittenFile, bystanders: ReadonlySet<string>): boolean {
  return !bystanders.has(id) || changed;
}
