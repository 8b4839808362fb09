import type { LinkModule } from './link/module.ts';
import type { Manifests } from './packages/manifest.ts';
import type { NamedPaths } from './paths/named-paths.ts';
import type { Sources } from './rewrite-files.ts';
import type { InstalledFiles } from './scanning/installed.ts';
import type { LinkedFile } from './scanning/scanned.ts';

/** What is decided over: all that was found and read. */
export interface Run extends Sources {
  readonly root: string;
  /** Those that are to be converted, by this run or another; the files of `Sources` are to be rewritten by this one. */
  readonly taken: readonly LinkedFile[];
  readonly modules: ReadonlyMap<string, LinkModule>;
  readonly manifests: Manifests;
  readonly installed: InstalledFiles;
  readonly paths: NamedPaths;
  readonly started: readonly string[];
  /** HTML pages, and templates of such. */
  readonly pages: readonly string[];
}
