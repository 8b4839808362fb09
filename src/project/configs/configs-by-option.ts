import { join } from 'node:path';
import { isFile } from '../files/is-file.ts';
import { folderOf, joinId } from '../files/paths.ts';
import type { Manifests } from '../packages/manifest.ts';
import { insideRoot } from '../paths/named-paths.ts';
import { type ConfigFormat, configFormat } from './config-files.ts';

/** Configuration that is data, under a name that only a command tells: `mocha --config conf/unit.json`. */
export interface ConfigByOption {
  readonly id: string;
  readonly format: ConfigFormat;
  /** Names in it count from where the command runs, or from where it lies: that is up to the tool. */
  readonly folders: readonly string[];
}

/** What the scripts of the package in a folder name so. */
export function configsByOption(
  root: string,
  folder: string,
  manifests: Manifests,
): readonly ConfigByOption[] {
  const scripts = manifests.in(join(root, folder))?.scripts.values() ?? [];
  const ids = new Set(
    [...scripts].flatMap((script) =>
      Array.from(script.matchAll(options), ([, path]) =>
        insideRoot(joinId(folder, path!.replace(/^\.\//, ''))),
      ),
    ),
  );
  return [...ids].flatMap((id) => {
    const format = id === null ? null : formatOf(id);
    if (id === null || format === null || configFormat(id) !== null || !isFile(join(root, id))) return [];
    return [{ id, format, folders: [...new Set([folder, folderOf(id)])] }];
  });
}

/** `-c x`, `--config x`, `--config-file=x`, `--nycrc-path x`, `--opts x` */
const options = /(?:^|\s)-(?:c|-[\w-]*(?:config|opts|rc)[\w-]*)[\s=]+["']?([^\s"'`;&|()<>=,]+)/gi;

function formatOf(id: string): ConfigFormat | null {
  if (/\.jsonc?$/.test(id)) return 'json';
  if (/\.ya?ml$/.test(id)) return 'yaml';
  return id.endsWith('.opts') ? 'text' : null;
}
