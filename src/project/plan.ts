import { join } from 'node:path';
import { linesFrom } from '../checker/diagnostics/render.ts';
import { answersFor } from './answers.ts';
import { bridgesFor } from './bridges.ts';
import { isToBeReported, scanBystanders } from './bystanders.ts';
import { configChanges } from './configs/config-changes.ts';
import { namedInConfigs } from './configs/named-in-configs.ts';
import { doorsOf, type PublicFiles, publicFiles } from './doors-of-run.ts';
import { type FoundFiles, findFiles } from './files/find.ts';
import { rootFor } from './files/root.ts';
import { type Graph, graphOf } from './graph.ts';
import { InstalledFiles } from './installed.ts';
import { manifestChanges } from './manifest-changes.ts';
import { linkModules } from './modules.ts';
import { namedPaths } from './named-paths.ts';
import { createManifests } from './packages/manifest.ts';
import { workspaceLinks } from './packages/workspace-links.ts';
import { packageFolder } from './packages-of-run.ts';
import type { PlanOptions } from './plan-options.ts';
import { bridgeFile, changedFile, type PlannedFile, problemFile, sourceFile } from './planned-files.ts';
import { mentionedPaths } from './renamed-paths.ts';
import { type Report, summaryOf } from './report.ts';
import { createContents } from './resolve/contents.ts';
import { createExternals } from './resolve/external.ts';
import { createResolver } from './resolve/resolver.ts';
import { scanFiles } from './scan-files.ts';
import { contentOf } from './scanned.ts';
import { settle } from './settle.ts';
import { Texts } from './texts.ts';
import { startWorkers, type Workers } from './workers.ts';

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
  const manifests = createManifests();
  const ids = found.files.map(({ path }) => path);
  const entries: PublicFiles = options.doors === false ? new Map() : publicFiles(root, ids, manifests);
  const texts = new Texts(root);
  const isPublic = (id: string): boolean => entries.has(id);
  const taken = await scanFiles({ root, files: found.files, isPublic, texts, workers }, options);
  const bystanders: ReadonlySet<string> = new Set(found.bystanders.map(({ path }) => path));
  const scanned = [...taken, ...scanBystanders(root, found.bystanders, texts)];

  options.onProgress?.({ phase: 'link', done: 0, total: scanned.length });
  const contents = new Map(scanned.map((file) => [join(root, file.id), contentOf(file)]));
  const resolver = createResolver(
    manifests,
    createContents((file) => contents.get(file) ?? null),
    workspaceLinks(root, manifests),
  );
  const strings = namedPaths(scanned, (id) => packageFolder(root, id, manifests));
  const doors = doorsOf(root, entries, resolver);
  const modules = linkModules(scanned, {
    root,
    resolver,
    externals: createExternals(resolver),
    answers: answersFor(root, ids, options),
    doors,
    loads: strings.loads,
    handed: strings.handed,
    reached: new Set([
      ...[...strings.loads.values(), ...strings.handed.values()].flatMap((ids) => [...ids]),
      ...namedInConfigs(root, ids, manifests),
    ]),
    named: new Set(found.files.flatMap(({ path, named }) => (named ? [path] : []))),
    bystanders,
  });
  const installed = new InstalledFiles(root, modules, resolver);
  const run = {
    root,
    files: scanned,
    texts,
    workers,
    bystanders,
    modules,
    manifests,
    installed,
    paths: strings,
  };
  const { rewritten, packages, placement } = await settle(run, options);
  const linesOf = linesFrom((path) => texts.get(path));
  const bridges = bridgesFor(placement.renames, doors, mentionedPaths(strings));
  const files = [
    ...found.problems.map(problemFile),
    ...rewritten
      .filter((file) => isToBeReported(file, bystanders))
      .map((file) => sourceFile(file, placement.renames.get(file.id) ?? file.id, texts, linesOf)),
    ...bridges.map(bridgeFile),
    ...manifestChanges(root, packages, placement, manifests, bridges).map((change) =>
      changedFile(change, 'package'),
    ),
    ...configChanges(root, placement.renames).map((change) => changedFile(change, 'config')),
  ];
  const rows = files.map(({ row }) => row);
  return {
    root,
    files,
    report: { version: 1, root, written: false, files: rows, summary: summaryOf(rows) },
    graph: () => graphOf(modules, rows),
  };
}
