/**
 * The files of a project. All access of the project layer to source files goes through this folder:
 *
 *   rootFor(cwd, paths)                the folder that a run is about                   (root.ts)
 *   findFiles({cwd, root, paths, …})   which files the user means                       (find.ts)
 *   governedFiles(folder)              what the `type` of a package.json speaks of       (governed.ts)
 *   readSource(absolute)               the text of one file, or why it cannot be taken   (read.ts)
 *   findCollisions(renames, exists)    renames that would meet another file              (collisions.ts)
 */
import { realpathSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { createIgnoreRules, type IgnoreRules, noIgnoreRules } from './gitignore.ts';
import { byCodeUnits, folderOf, relativeInside, withSlashes } from './paths.ts';
import { compilePatterns, globBase, type Patterns } from './patterns.ts';
import type { PathProblem } from './problem.ts';
import { projectAround } from './root.ts';
import { follow, isNeverEntered, isSource, type Link, walkFolder } from './walk.ts';

export type { Link } from './walk.ts';

export interface FindOptions {
  /** The folder that `paths`, `include` and `exclude` are relative to. */
  readonly cwd: string;
  /** The folder that the project lies in; nothing outside of it is taken. */
  readonly root: string;
  /** Files, folders and globs. */
  readonly paths: readonly string[];
  /** Globs; where there are any, a file must match one, unless it is named itself. */
  readonly include?: readonly string[];
  /** Globs of files and folders that are left out, named or not. */
  readonly exclude?: readonly string[];
  /** Whether what git ignores is left out, unless it is named itself. The default. */
  readonly gitignore?: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface FoundFiles {
  /** The real path of the root: what all paths are relative to. */
  readonly root: string;
  /** In order of code units; each file once, by its real path. */
  readonly files: readonly FoundFile[];
  /**
   * Sources of the same projects that the user did not ask for, or left out: nothing is converted in them, but they may
   * require what is. In order of code units.
   */
  readonly bystanders: readonly Bystander[];
  /** The folders that were searched for them. */
  readonly folders: readonly string[];
  /** Symbolic links that lead to files of the project. */
  readonly links: readonly Link[];
  /** HTML pages and templates of the same projects, in order of code units. */
  readonly pages: readonly string[];
  readonly problems: readonly PathProblem[];
}

export interface Bystander {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** The topmost folder around it that was left out as a whole; null where there is none. */
  readonly leftOut: string | null;
}

export interface FoundFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** Whether the user named exactly this file, not a folder or glob in which it is. */
  readonly named: boolean;
}

/**
 * Finds `.js .jsx .cjs .mjs .ts .tsx .mts .cts` files, and files without an ending that start with a shebang for Node.
 * `node_modules` and `.git` are never entered. What is wrong with single paths stands in `problems`.
 *
 * @throws where the root does not exist or `signal` is aborted.
 */
export async function findFiles(options: FindOptions): Promise<FoundFiles> {
  const root = await realpath(options.root);
  const search = new Search(root, options);
  for (const argument of options.paths) await search.add(argument);
  return search.found(await search.bystanders());
}

class Search {
  readonly #root: string;
  readonly #cwd: string;
  readonly #signal: AbortSignal | undefined;
  readonly #gitignore: boolean;
  readonly #rules: IgnoreRules;
  readonly #include: Patterns;
  readonly #exclude: Patterns;
  readonly #files = new Map<string, FoundFile>();
  readonly #links = new Map<string, Link>();
  readonly #pages = new Set<string>();
  readonly #problems = new Map<string, PathProblem>();
  /** What walks passed by: in a folder that was walked, all else has been taken. */
  readonly #passedBy = { folders: new Set<string>(), files: new Set<string>() };
  readonly #walked = new Set<string>();
  /** The projects that the arguments lie in. */
  readonly #projects = new Set<string>();

  constructor(root: string, options: FindOptions) {
    const folder = withSlashes(path.relative(root, realpathSync(options.cwd)));
    this.#root = root;
    this.#cwd = options.cwd;
    this.#signal = options.signal;
    this.#gitignore = options.gitignore ?? true;
    this.#rules = this.#gitignore ? createIgnoreRules(root) : noIgnoreRules;
    this.#include = compilePatterns(options.include ?? [], folder);
    this.#exclude = compilePatterns(options.exclude ?? [], folder);
  }

  async add(argument: string): Promise<void> {
    const led = await this.#locate(argument);
    if (!('code' in led)) return led.isFolder ? this.#addFolder(led.id, () => true) : this.#addNamed(led.id);
    const base = led.code === 'no-such-path' ? globBase(withSlashes(argument)) : null;
    return base === null ? this.#report(led) : this.#addGlob(argument, base);
  }

  /** Every source of the projects that is not among the files. */
  async bystanders(): Promise<readonly Bystander[]> {
    const { folders, files } = this.#passedBy;
    const met = new Map<string, Bystander>();
    const meet = (path: string, leftOut: string | null): void => {
      if (!this.#files.has(path) && !met.has(path)) met.set(path, { path, leftOut });
    };
    for (const path of files) if (isSource(this.#root, path)) meet(path, null);
    for (const folder of this.#projects)
      if (!this.#walked.has(folder)) for (const path of await this.#everythingIn(folder)) meet(path, null);
    for (const folder of folders) for (const path of await this.#everythingIn(folder)) meet(path, folder);
    return sorted(met);
  }

  async #everythingIn(folder: string): Promise<ReadonlySet<string>> {
    const walk = { root: this.#root, signal: this.#signal, enters: () => true, takes: () => true };
    const { files, pages } = await walkFolder(folder, walk);
    for (const page of pages) this.#pages.add(page);
    return files;
  }

  found(bystanders: readonly Bystander[]): FoundFiles {
    return {
      root: this.#root,
      files: sorted(this.#files),
      bystanders,
      folders: [...this.#walked].sort(byCodeUnits),
      links: sorted(this.#links),
      pages: [...this.#pages].sort(byCodeUnits),
      problems: sorted(this.#problems),
    };
  }

  /** A path argument as the real path relative to the root. */
  async #locate(argument: string): Promise<Awaited<ReturnType<typeof follow>>> {
    const absolute = path.resolve(this.#cwd, argument);
    // What the argument names may lie outside although it is a link into the root, and the other way round.
    const id = withSlashes(path.relative(this.#root, absolute));
    const led = await follow(this.#root, id);
    if (!('code' in led))
      return isNeverEntered(led.id) ? outside(led.id, 'inside node_modules or .git') : led;
    if (led.code === 'link-outside' && relativeInside(this.#root, absolute) === null)
      return outside(id, 'outside of the root folder');
    return led;
  }

  #addNamed(id: string): void {
    this.#projects.add(projectAround(this.#root, folderOf(id)));
    if (this.#exclude.matchesWithin(id)) return;
    if (isSource(this.#root, id)) this.#files.set(id, { path: id, named: true });
    else this.#report({ path: id, code: 'not-javascript', args: {} });
  }

  async #addGlob(argument: string, base: string): Promise<void> {
    const folder = await this.#locate(base);
    const glob = compilePatterns(
      [`./${withSlashes(argument)}`],
      withSlashes(path.relative(this.#root, realpathSync(this.#cwd))),
    );
    let matched = false;
    if (!('code' in folder))
      await this.#addFolder(folder.id, (id) => {
        const taken = glob.matchesWithin(id);
        matched ||= taken;
        return taken;
      });
    else if (folder.code !== 'no-such-path') return this.#report(folder);
    if (!matched) this.#report({ path: argument, code: 'no-such-path', args: { path: argument } });
  }

  async #addFolder(start: string, chosen: (id: string) => boolean): Promise<void> {
    // A folder that git ignores but the user names is meant: only rules inside of it count.
    const isMeant = this.#gitignore && start !== '' && this.#rules.ignoresWithin(start, true);
    const rules = isMeant ? createIgnoreRules(this.#root, start) : this.#rules;
    this.#walked.add(start);
    this.#projects.add(projectAround(this.#root, start));
    const walked = await walkFolder(start, {
      root: this.#root,
      signal: this.#signal,
      enters: (id) =>
        noting(
          id,
          this.#passedBy.folders,
          !this.#exclude.matchesWithin(id) && !rules.ignoresWithin(id, true),
        ),
      takes: (id) =>
        noting(
          id,
          this.#passedBy.files,
          !this.#exclude.matchesWithin(id) &&
            (this.#include.empty || this.#include.matchesWithin(id)) &&
            chosen(id) &&
            !rules.ignoresWithin(id, false),
        ),
    });
    for (const id of walked.files) if (!this.#files.has(id)) this.#files.set(id, { path: id, named: false });
    for (const link of walked.links) this.#links.set(link.path, link);
    for (const page of walked.pages) this.#pages.add(page);
    for (const problem of walked.problems) this.#report(problem);
  }

  #report(problem: PathProblem): void {
    this.#problems.set(problem.path, problem);
  }
}

function noting(id: string, passedBy: Set<string>, taken: boolean): boolean {
  if (!taken) passedBy.add(id);
  return taken;
}

function outside(id: string, reason: string): PathProblem {
  return { path: id, code: 'outside-project', args: { reason } };
}

function sorted<Item extends { readonly path: string }>(items: ReadonlyMap<string, Item>): readonly Item[] {
  return [...items.values()].sort((a, b) => byCodeUnits(a.path, b.path));
}
