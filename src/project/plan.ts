import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type LinesOf, linesFrom, renderFindings } from '../checker/diagnostics/render.ts';
import type { Answer } from '../checker/facts.ts';
import type { Edit } from '../rewrite/edit.ts';
import { type Bridge, bridgesFor } from './bridges.ts';
import { isToBeReported, scanBystanders } from './bystanders.ts';
import { type ConfigChange, configChanges } from './configs/config-changes.ts';
import { namedInConfigs } from './configs/named-in-configs.ts';
import { doorsOf, type PublicFiles, publicFiles } from './doors-of-run.ts';
import { findFiles } from './files/find.ts';
import { relativeInside } from './files/paths.ts';
import type { PathProblem } from './files/problem.ts';
import { rootFor } from './files/root.ts';
import { type Graph, graphOf } from './graph.ts';
import { type ManifestChange, manifestChanges } from './manifest-changes.ts';
import { linkModules } from './modules.ts';
import { namedPaths } from './named-paths.ts';
import { createManifests } from './packages/manifest.ts';
import { packageFolder } from './packages-of-run.ts';
import type { PlanOptions } from './plan-options.ts';
import { problemFinding } from './problem-finding.ts';
import { mentionedPaths } from './renamed-paths.ts';
import { type Diagnostic, type FileReport, type FileStatus, type Report, summaryOf } from './report.ts';
import { createContents } from './resolve/contents.ts';
import { createExternals } from './resolve/external.ts';
import { createResolver } from './resolve/resolver.ts';
import type { RewrittenFile } from './rewrite-files.ts';
import { scanFiles } from './scan-files.ts';
import { contentOf } from './scanned.ts';
import { settle } from './settle.ts';
import { lostByTool, toolConfigOf } from './tool-configs.ts';

export type { PlanOptions, Progress } from './plan-options.ts';

/** The result of planning: what every file would become. Nothing has been written. */
export interface ProjectPlan {
  readonly root: string;
  readonly report: Report;
  readonly files: readonly PlannedFile[];
  /** Who imports whom, and what becomes of each. */
  readonly graph: () => Graph;
}

export interface PlannedFile {
  readonly path: string;
  readonly output: string;
  readonly row: FileReport;
  /** The text that the plan was made from; empty for a new file. */
  before(): string;
  /** Null: the content stays as it is. */
  readonly after: string | null;
  /** Whether there is no such file yet. */
  readonly added: boolean;
  readonly edits: readonly Edit[];
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
  const { root } = found;
  const manifests = createManifests();
  const ids = found.files.map(({ path }) => path);
  const entries: PublicFiles = options.doors === false ? new Map() : publicFiles(root, ids, manifests);
  const taken = await scanFiles(root, found.files, (id) => entries.has(id), options);
  const bystanders: ReadonlySet<string> = new Set(found.bystanders.map(({ path }) => path));
  const scanned = [...taken, ...scanBystanders(root, found.bystanders)];

  onProgress?.({ phase: 'link', done: 0, total: scanned.length });
  const contents = new Map(scanned.map((file) => [join(root, file.id), contentOf(file)]));
  const resolver = createResolver(
    manifests,
    createContents((file) => contents.get(file) ?? null),
  );
  const strings = namedPaths(scanned, (id) => packageFolder(root, id, manifests));
  const doors = doorsOf(root, entries, resolver);
  const modules = linkModules(scanned, {
    root,
    resolver,
    externals: createExternals(resolver),
    answers: answersWithin(root, options),
    doors,
    loads: strings.loads,
    reached: new Set([
      ...[...strings.loads.values()].flatMap((ids) => [...ids]),
      ...namedInConfigs(root, ids, manifests),
    ]),
    named: new Set(found.files.flatMap(({ path, named }) => (named ? [path] : []))),
    bystanders,
  });
  const run = { root, files: scanned, bystanders, modules, manifests, paths: strings };
  const { rewritten, packages, placement } = await settle(run, options);
  const texts = new Map(rewritten.map(({ id, before }) => [id, before]));
  const linesOf = linesFrom((path) => texts.get(path) ?? null);
  const bridges = bridgesFor(placement.renames, doors, mentionedPaths(strings));
  const files = [
    ...found.problems.map(problemFile),
    ...rewritten
      .filter((file) => isToBeReported(file, bystanders))
      .map((file) => sourceFile(file, placement.renames.get(file.id) ?? file.id, linesOf)),
    ...bridges.map(bridgeFile),
    ...manifestChanges(root, packages, placement, manifests, bridges).map((change) =>
      changedFile(change, 'package'),
    ),
    ...configChanges(root, placement.renames).map((change) => changedFile(change, 'config')),
  ];
  const rows = files.map(({ row }) => row);
  const graph = graphOf(modules, rows);
  return {
    root,
    files,
    report: { version: 1, root, written: false, files: rows, summary: summaryOf(rows) },
    graph: () => graph,
  };
}

/** Answers name their files from `cwd`, modules from the root. */
function answersWithin(root: string, { cwd, answers = {} }: PlanOptions): ReadonlyMap<string, Answer> {
  const start = realpathSync(cwd);
  const named = Object.entries(answers).map(([path, { shape }]) => {
    const id = relativeInside(root, resolve(start, path));
    return [id ?? path, shape] as const;
  });
  return new Map(named);
}

function sourceFile({ id, before, outcome }: RewrittenFile, output: string, linesOf: LinesOf): PlannedFile {
  const { status, shape, code, findings, edits } = outcome;
  const diagnostics = renderFindings([...findings, ...lostByTool(id, output)], id, linesOf);
  const row: FileReport = { path: id, output, kind: 'source', status, shape, diagnostics };
  const after = before === null || code === before ? null : code;
  return { path: id, output, row: configRow(row), before: () => before ?? '', after, added: false, edits };
}

/** The configuration of a tool is no source: what stays for the tool's sake is not refused. */
function configRow(row: FileReport): FileReport {
  if (toolConfigOf(row.path) === null) return row;
  const isRefused = row.diagnostics.some(({ severity }) => severity === 'refusal');
  const status = row.status === 'refused' && !isRefused ? 'unchanged' : row.status;
  return { ...row, kind: 'config', status };
}

/** Stands where a renamed file stood. */
function bridgeFile({ path, text }: Bridge): PlannedFile {
  const row: FileReport = {
    path,
    output: path,
    kind: 'package',
    status: 'converted',
    shape: null,
    diagnostics: [],
  };
  return { path, output: path, row, before: () => '', after: text, added: true, edits: [] };
}

function changedFile(
  { path, before, after, findings }: ManifestChange | ConfigChange,
  kind: 'package' | 'config',
): PlannedFile {
  const changed = after !== before;
  const diagnostics = renderFindings(findings, path, () => null);
  const status = changed ? 'converted' : statusOf(diagnostics);
  const row: FileReport = { path, output: path, kind, status, shape: null, diagnostics };
  const added = before === null;
  return {
    path,
    output: path,
    row,
    before: () => before ?? '',
    after: changed ? after : null,
    added,
    edits: [],
  };
}

function problemFile({ path, ...problem }: PathProblem): PlannedFile {
  const diagnostics = renderFindings([problemFinding(problem)], path, () => null);
  const status = statusOf(diagnostics);
  const row: FileReport = { path, output: path, kind: 'source', status, shape: null, diagnostics };
  return { path, output: path, row, before: () => '', after: null, added: false, edits: [] };
}

/** The status of what was not converted. */
function statusOf(diagnostics: readonly Diagnostic[]): FileStatus {
  return diagnostics.some(({ severity }) => severity === 'error') ? 'error' : 'unchanged';
}
