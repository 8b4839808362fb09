import { type LinesOf, linesFrom, renderFindings } from '../checker/diagnostics/render.ts';
import type { Finding } from '../checker/finding.ts';
import type { Edit } from '../rewrite/edit.ts';
import { doorsOf } from './doors-of-run.ts';
import { findFiles } from './files/find.ts';
import type { PathProblem } from './files/problem.ts';
import { type Graph, graphOf } from './graph.ts';
import { decide } from './link/decide.ts';
import { link } from './link/link.ts';
import type { LinkModule } from './link/module.ts';
import { type ManifestChange, manifestChanges } from './manifest-changes.ts';
import { linkModules } from './modules.ts';
import type { Manifests } from './packages/manifest.ts';
import { packagesOfRun } from './packages-of-run.ts';
import type { PackageFolder, Placement } from './placement.ts';
import { placeAll } from './placement.ts';
import type { PlanOptions } from './plan-options.ts';
import { problemFinding } from './problem-finding.ts';
import { type Diagnostic, type FileReport, type FileStatus, type Report, summaryOf } from './report.ts';
import { createExternals } from './resolve/external.ts';
import { createResolver } from './resolve/resolver.ts';
import { type RewrittenFile, rewriteFiles } from './rewrite-files.ts';
import { runtimeTarget } from './runtime-target.ts';
import { scanFiles } from './scan-files.ts';
import type { ScannedFile } from './scanned.ts';
import { specifierAfter } from './specifiers.ts';

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
  const { cwd, include = [], exclude = [], gitignore = true, signal, onProgress } = options;
  onProgress?.({ phase: 'find', done: 0, total: 0 });
  const found = await findFiles({
    cwd,
    root: cwd,
    paths: options.paths ?? ['.'],
    include,
    exclude,
    gitignore,
    signal,
  });
  const { root } = found;
  const scanned = await scanFiles(root, found.files, options);

  onProgress?.({ phase: 'link', done: 0, total: scanned.length });
  const resolver = createResolver();
  const modules = linkModules(scanned, {
    root,
    resolver,
    externals: createExternals(resolver),
    answers: new Map(Object.entries(options.answers ?? {}).map(([path, { shape }]) => [path, shape])),
    doors: options.doors === false ? new Map() : doorsOf(root, scanned, resolver),
    named: new Set(found.files.flatMap(({ path, named }) => (named ? [path] : []))),
  });
  const run = { root, files: scanned, modules, manifests: resolver.manifests };
  const { rewritten, packages, placement } = await settle(run, options);
  const linesOf = linesFrom((path) => rewritten.find(({ id }) => id === path)?.before ?? null);
  const files = [
    ...found.problems.map(problemFile),
    ...rewritten.map((file) => sourceFile(file, placement.renames.get(file.id) ?? file.id, linesOf)),
    ...manifestChanges(root, packages, placement, resolver.manifests).map(manifestFile),
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

interface Run {
  readonly root: string;
  readonly files: readonly ScannedFile[];
  readonly modules: ReadonlyMap<string, LinkModule>;
  readonly manifests: Manifests;
}

interface Settled {
  readonly rewritten: readonly RewrittenFile[];
  readonly packages: readonly PackageFolder[];
  readonly placement: Placement;
}

/**
 * Links, places and rewrites. Where rewriting a file fails by a fault of ours, all is decided once more with that file
 * staying as it is, since others were converted in the belief that it would be an ES module.
 */
async function settle(run: Run, options: PlanOptions): Promise<Settled> {
  const { lazy = 'hoist' } = options;
  const faults = new Map<string, Finding>();
  for (;;) {
    const linked = link(run.modules, { lazy, faults });
    const packages = packagesOfRun(run.root, run.files, linked.verdicts, run.manifests);
    const placement = placeAll(packages, options.as ?? 'package');
    const decided = decide(run.modules, linked, {
      lazy,
      literalNames: options.objectExports === 'named',
      runtime: runtimeTarget(options.node),
      specifierOf: (from, original, target, change) =>
        specifierAfter(from, original, target, change, placement),
    });
    const rewritten = await rewriteFiles(run.root, run.files, linked.verdicts, decided, options);
    const known = faults.size;
    for (const { id, outcome } of rewritten) if (outcome.fault !== null) faults.set(id, outcome.fault);
    if (faults.size === known) return { rewritten, packages, placement };
  }
}

function sourceFile({ id, before, outcome }: RewrittenFile, output: string, linesOf: LinesOf): PlannedFile {
  const { status, shape, code, findings, edits } = outcome;
  const diagnostics = renderFindings(findings, id, linesOf);
  const row: FileReport = { path: id, output, kind: 'source', status, shape, diagnostics };
  const after = before === null || code === before ? null : code;
  return { path: id, output, row, before: () => before ?? '', after, added: false, edits };
}

function manifestFile({ path, before, after, findings }: ManifestChange): PlannedFile {
  const changed = after !== before;
  const diagnostics = renderFindings(findings, path, () => null);
  const status = changed ? 'converted' : statusOf(diagnostics);
  const row: FileReport = { path, output: path, kind: 'package', status, shape: null, diagnostics };
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
