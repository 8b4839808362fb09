import { inFileAnswer } from './answer.ts';
import { contextOf, type ScanContext } from './context.ts';
import { emptyFindings } from './empty.ts';
import { esmFacts } from './esm.ts';
import { exportsFacts } from './exports/exports.ts';
import type { ExportsFacts, ModuleFacts, RequireFact, RunFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { layoutFacts } from './layout.ts';
import { noticesNames } from './listed-names.ts';
import { loadsAnywhere } from './loads-anywhere.ts';
import { nameFacts } from './names.ts';
import { pageScripts } from './page-scripts.ts';
import { pathStrings } from './path-strings.ts';
import { requireFacts } from './requires/index.ts';
import { runFacts } from './runs/runs.ts';
import { runtimeFacts } from './runtime/runtime.ts';
import { scheduledFact } from './runtime/scheduled.ts';
import { textsTaken } from './runtime/texts-taken.ts';
import { settingsIn } from './settings.ts';
import { finish, type Steps } from './steps.ts';
import { sloppyFacts } from './strict/across.ts';
import { strictFacts } from './strict/strict.ts';
import { systemFacts } from './system.ts';
import { timelineFacts } from './timeline/timeline.ts';
import { withoutValues } from './timeline/values.ts';
import { compilerHelpers } from './transpiled/getters.ts';
import { unknownLoads } from './unknown-loads.ts';

/**
 * Gathers the facts of one file: one parse, one walk, then each part looks at what the walk gathered.
 *
 * @param path in messages, and to tell the language by its ending.
 * @throws SyntaxFailure where the source is neither a script nor a module.
 */
export function scan(source: string, { path }: { readonly path: string }): ModuleFacts {
  return finish(scanInParts(source, path));
}

/** The same in parts. */
export function* scanInParts(source: string, path: string): Steps<ModuleFacts> {
  const context = contextOf(source, path);
  yield;
  return yield* moduleFacts(context);
}

/** What `scan` and `scanRuns` find, by one parse and one walk, in parts; the second is null where it fails. */
export function* scanWithRunsInParts(
  source: string,
  path: string,
): Steps<{ readonly facts: ModuleFacts; readonly runs: RunFacts | null }> {
  const context = contextOf(source, path);
  yield;
  const facts = yield* moduleFacts(context);
  yield;
  return { facts, runs: runsOrNull(context, facts.requires) };
}

/** Values that go round in circles depend on who asks first, so these are not shared. */
function runsOrNull(context: ScanContext, requires: readonly RequireFact[]): RunFacts | null {
  try {
    return runFacts(withoutValues(context), requires);
  } catch {
    return null;
  }
}

function* moduleFacts(context: ScanContext): Steps<ModuleFacts> {
  const { path } = context;
  const { system, language, findings: ofSystem } = systemFacts(context);
  const { answer, findings: ofAnswer } = inFileAnswer(context);
  yield;
  const ofRequire = requireFacts(context);
  const { requires, requireAliases, interopHelpers, findings: ofRequires } = ofRequire;
  yield;
  const { exports, findings: ofExports } = exportsFacts(context, requires);
  yield;
  const { runtime, loader, findings: ofRuntime } = runtimeFacts(context);
  yield;
  const { mends, findings: ofStrict } = strictFacts(context);
  yield;
  const strings = pathStrings(context, requires);
  yield;
  const { timeline, exportsFrom, getters, idle, hasSetters } = timelineFacts(context, requires, exports);
  yield;
  return {
    path,
    language,
    // `var exports = exports || {}` hides the free name by which a CommonJS file is told.
    system: system === 'script' && mentionsExports(exports) ? 'commonjs' : system,
    loadsAnywhere: system === 'commonjs' && loadsAnywhere(context),
    layout: layoutFacts(context),
    names: nameFacts(context),
    exports,
    requires,
    requireAliases,
    interopHelpers,
    compilerHelpers: compilerHelpers(context),
    esm: esmFacts(context),
    runtime,
    loader,
    timeline,
    exportsFrom,
    getters,
    idle,
    hasSetters,
    settings: settingsIn(context.source),
    scheduled: scheduledFact(context),
    pathStrings: strings,
    pageScripts: pageScripts(context),
    unknownLoads: unknownLoads(context, ofRequire, strings),
    noticesNames: noticesNames(context),
    textsTaken: textsTaken(context, requires),
    sloppy: yield* sloppyFacts(context, requires),
    mends,
    findings: inOrder([
      ...emptyFindings(context),
      ...ofSystem,
      ...ofAnswer,
      ...ofExports,
      ...ofRequires,
      ...ofRuntime,
      ...ofStrict,
    ]),
    answer,
  };
}

/**
 * What may run when something of a file runs. Few files are in the cycles for which it matters, or are called by entries
 * that do, so it is gathered on demand, and not with the rest.
 *
 * @param requires as `scan` found them.
 * @throws SyntaxFailure as `scan` does.
 */
export function scanRuns(
  source: string,
  { path, requires }: { readonly path: string; readonly requires: readonly RequireFact[] },
): RunFacts {
  return runFacts(contextOf(source, path), requires);
}

function mentionsExports({ mentions, holders }: ExportsFacts): boolean {
  return mentions.length > 0 || holders.assignments.some(({ of }) => of === 'module.exports');
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => a.range[0] - b.range[0]);
}
