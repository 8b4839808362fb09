import { linesFrom } from '../checker/diagnostics/render.ts';
import { answersFor } from './answers.ts';
import { configChanges } from './configs/config-changes.ts';
import { globsInCode } from './configs/globs-in-code.ts';
import { namedInConfigs } from './configs/named-in-configs.ts';
import { refuseFaults } from './facts-lines/faults.ts';
import { type FoundFiles, findFiles } from './files/find.ts';
import { relativeInside } from './files/paths.ts';
import { rootFor } from './files/root.ts';
import { type Graph, graphOf } from './graph.ts';
import type { Door } from './link/module.ts';
import { lackingNames } from './link/nothing.ts';
import { manifestChanges } from './manifest-changes.ts';
import { linkModules } from './modules.ts';
import { createManifests } from './packages/manifest.ts';
import { workspaceLinks } from './packages/workspace-links.ts';
import { bridgesFor } from './paths/bridges.ts';
import { looselyNamed } from './paths/loose-names.ts';
import { type NamedPaths, namedPaths, withGivenFolders } from './paths/named-paths.ts';
import { mentionedPaths } from './paths/renamed-paths.ts';
import { strayFinding } from './paths/strays.ts';
import { lostByTool } from './paths/tool-configs.ts';
import type { PlanOptions } from './plan-options.ts';
import { bridgeFile, changedFile, type PlannedFile, problemFile, sourceFile } from './planned-files.ts';
import { type Report, summaryOf } from './report.ts';
import { createContents } from './resolve/contents.ts';
import { createExternals } from './resolve/external.ts';
import { createResolver } from './resolve/resolver.ts';
import type { Run } from './run.ts';
import { isToBeReported } from './scanning/bystanders.ts';
import { doorsOf } from './scanning/doors-of-run.ts';
import { filesOfRun } from './scanning/files-of-run.ts';
import { InstalledFiles } from './scanning/installed.ts';
import { packageFolder } from './scanning/packages-of-run.ts';
import { contentOf } from './scanning/scanned.ts';
import { Texts } from './scanning/texts.ts';
import { startWorkers, type Workers } from './scanning/workers.ts';
import { type Settled, settle } from './settle.ts';

export type { PlanOptions, Progress } from './plan-options.ts';
export type { PlannedFile } from './planned-files.ts';

/** The result of planning: what every file would become. Nothing has been written. */
export interface ProjectPlan {
  readonly root: string;
  readonly report: Report;
  readonly files: readonly PlannedFile[];
  /** Who imports whom, and what becomes of each. */
  readonly graph: () => Graph;
}

/**
 * Decides over a whole codebase: finds, scans, links and rewrites, all in memory.
 *
 * @throws where `cwd` does not exist, or with the signal's reason where it is aborted. What is wrong with single files
 *   stands in the report.
 */
export async function planProject(options: PlanOptions): Promise<ProjectPlan> {
  const { cwd, paths = ['.'], include = [], exclude = [], gitignore = true, signal, onProgress } = options;
  onProgress?.({ phase: 'find', done: 0, total: 0 });
  const found = await findFiles({
    cwd,
    root: rootFor(cwd, paths),
    paths,
    include,
    exclude,
    gitignore,
    signal,
  });
  const workers = await startWorkers(found.files.length, options.jobs ?? null);
  try {
    return await planFound(found, workers, options);
  } finally {
    await workers?.end();
  }
}

async function planFound(
  found: FoundFiles,
  workers: Workers | null,
  options: PlanOptions,
): Promise<ProjectPlan> {
  const { root } = found;
  const read = await readRun(found, workers, options);
  const settled = await settle(read.run, options);
  if (options.factsIn !== undefined) refuseFaults(settled.rewritten);
  const { isOwn } = read;
  const { modules } = read.run;
  const changes = changesOf(read, settled).filter(({ path }) => isOwn(path));
  const files = [...found.problems.map(problemFile), ...changes];
  const rows = files.map(({ row }) => row);
  return {
    root,
    files,
    report: { version: 1, root, written: false, files: rows, summary: summaryOf(rows) },
    graph: () => graphOf(modules, rows),
  };
}

interface ReadRun {
  readonly run: Run;
  readonly strings: NamedPaths;
  readonly doors: ReadonlyMap<string, Door>;
  /** Of its files those that are not to be converted. */
  readonly passedBy: ReadonlySet<string>;
  readonly isOwn: (id: string) => boolean;
}

/** Scans the files, and finds out which of them load and name each other. */
async function readRun(found: FoundFiles, workers: Workers | null, options: PlanOptions): Promise<ReadRun> {
  const { root, pages } = found;
  const manifests = createManifests();
  const texts = new Texts(root);
  const { taken, bystanders, started, own, named, entries, isOwn } = await filesOfRun(
    found,
    { manifests, texts, workers },
    options,
  );
  const ids = taken.map(({ id }) => id);
  const linked = [...taken, ...bystanders];
  const passedBy: ReadonlySet<string> = new Set(bystanders.map(({ id }) => id));

  options.onProgress?.({ phase: 'link', done: 0, total: linked.length });
  const known = new Map(linked.map((file) => [file.id, file]));
  const resolver = createResolver(
    manifests,
    createContents((file) => contentOf(known.get(relativeInside(root, file) ?? ''))),
    workspaceLinks(root, manifests),
  );
  const strings = namedPaths(linked, (id) => packageFolder(root, id, manifests));
  const { loads, handed, offers, unmatched } = strings;
  const doors = doorsOf(root, entries, resolver);
  const byStrings = [loads, handed, strings.found].flatMap((each) =>
    [...each.values()].flatMap((of) => [...of]),
  );
  const modules = linkModules(linked, {
    root,
    resolver,
    externals: createExternals(resolver),
    answers: answersFor(root, ids, options),
    doors,
    loads,
    handed,
    offers,
    unmatched,
    found: strings.found,
    reached: new Set([...byStrings, ...namedInConfigs(root, ids, manifests)]),
    named,
    bystanders: passedBy,
  });
  const installed = new InstalledFiles(root, modules, resolver);
  const paths = withGivenFolders(strings, modules);
  const run = {
    root,
    files: own,
    taken,
    texts,
    workers,
    modules,
    manifests,
    installed,
    paths,
    started,
    pages,
  };
  return { run, strings, doors, passedBy, isOwn };
}

/** What becomes of the files of a run, of package.json and of configuration, and the modules that are added. */
function changesOf(
  { run, strings, doors, passedBy }: ReadRun,
  { rewritten, packages, placement, bridged, strayed, asking }: Settled,
): readonly PlannedFile[] {
  const { root, texts, modules, manifests } = run;
  const { renames } = placement;
  const linesOf = linesFrom((path) => texts.get(path));
  // Started by its old name such a program would find a module there.
  const mayBeLoaded = [...renames.keys()].filter((id) => !asking.has(id));
  const loose = looselyNamed(modules, strings, mayBeLoaded);
  const mentioned = new Set([...mentionedPaths(strings), ...bridged]);
  const lacksNames = lackingNames(run.modules, null);
  // What could not be read is no module.
  const isUnnamed = (id: string): boolean => run.modules.has(id) && lacksNames({ kind: 'module', id });
  const bridges = bridgesFor(renames, doors, mentioned, loose, isUnnamed);
  const sources = rewritten
    .filter((file) => isToBeReported(file, passedBy))
    .map((file) => {
      const output = renames.get(file.id) ?? file.id;
      const more = [
        ...lostByTool(file.id, output),
        ...(strayed.has(file.id) ? [strayFinding(output)] : []),
        ...globsInCode(root, file.id, texts, renames),
      ];
      return sourceFile(file, output, more, { texts, linesOf });
    });
  const ofPackages = manifestChanges(root, packages, placement, manifests, bridges);
  const configs = configChanges(root, renames, manifests);
  return [
    ...sources,
    ...bridges.map(bridgeFile),
    ...ofPackages.map((change) => changedFile(change, 'package')),
    ...configs.map((change) => changedFile(change, 'config')),
  ];
}
