import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { InferredOptionTypes, Options } from 'yargs';
import type { FileReport, Report } from '../project/report.ts';
import { loadConfig } from './config/load.ts';
import type { Context } from './context.ts';
import { Failure } from './failure.ts';
import { hasProblems } from './present.ts';

/** What `check` accepts. */
export const acceptanceOptions = {
  baseline: {
    describe: 'File of accepted refusals: exit with 1 only where there are others',
    type: 'string',
    requiresArg: true,
    group: 'Result:',
  },
  'update-baseline': {
    describe: 'Write what is refused now to the file of --baseline',
    type: 'boolean',
    group: 'Result:',
  },
  'max-refused': {
    describe: 'Exit with 1 only where more files than this are refused or in error',
    type: 'number',
    requiresArg: true,
    group: 'Result:',
  },
} as const satisfies Record<string, Options>;

type AcceptanceArguments = InferredOptionTypes<typeof acceptanceOptions> & {
  readonly config?: string | undefined;
};

/** Path -> the codes for which the file is refused or in error. */
type Refusals = ReadonlyMap<string, readonly string[]>;

/**
 * Whether a report is accepted: with neither a baseline nor a limit where nothing is refused. What is new against the
 * baseline, and what it lists without need, is said on stderr.
 */
export async function isAccepted(
  report: Report,
  argv: AcceptanceArguments,
  context: Context,
): Promise<boolean> {
  const config = await loadConfig(context.cwd, argv.config);
  const baseline = argv.baseline ?? config.baseline;
  const limit = argv['max-refused'] ?? config.maxRefused;
  if (limit !== undefined && !(limit >= 0)) throw new Failure('--max-refused takes a number.');
  if (argv['update-baseline'] && baseline === undefined)
    throw new Failure('--update-baseline needs --baseline FILE.');
  const now = refusalsOf(report);
  const withinLimit = limit === undefined || now.size <= limit;
  if (!withinLimit)
    context.stderr.write(`esmshift: ${now.size} files are refused or in error, and ${limit} are accepted\n`);
  if (baseline === undefined) return limit === undefined ? !hasProblems(report) : withinLimit;
  const file = resolve(context.cwd, baseline);
  if (argv['update-baseline']) {
    await writeFile(file, textOf(now));
    return withinLimit;
  }
  return compare(now, await readBaseline(file, baseline), context) && withinLimit;
}

function compare(now: Refusals, accepted: Refusals, { stderr }: Context): boolean {
  const added = beyond(now, accepted);
  const gone = beyond(accepted, now);
  if (added.length > 0)
    stderr.write(`esmshift: not in the baseline:\n${added.map((line) => `  ${line}\n`).join('')}`);
  if (gone.length > 0)
    stderr.write(
      `esmshift: ${gone.length} of the baseline no longer occur; --update-baseline removes them\n`,
    );
  return added.length === 0;
}

function beyond(some: Refusals, others: Refusals): readonly string[] {
  return [...some].flatMap(([path, codes]) =>
    codes.filter((code) => !others.get(path)?.includes(code)).map((code) => `${path} ${code}`),
  );
}

function refusalsOf({ files }: Report): Refusals {
  const rows = files.filter(({ kind, status }) => kind === 'source' && isProblem(status));
  return new Map(rows.map(({ path, diagnostics }) => [path, codesOf(diagnostics)]));
}

function isProblem(status: FileReport['status']): boolean {
  return status === 'refused' || status === 'error';
}

function codesOf(diagnostics: FileReport['diagnostics']): readonly string[] {
  const codes = diagnostics
    .filter(({ severity }) => severity === 'refusal' || severity === 'error')
    .map(({ code }) => code);
  return [...new Set(codes)].sort();
}

function textOf(refusals: Refusals): string {
  return `${JSON.stringify({ version: 1, refused: Object.fromEntries(refusals) }, null, 2)}\n`;
}

async function readBaseline(file: string, shown: string): Promise<Refusals> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const way = error.code === 'ENOENT' ? '; --update-baseline writes it' : '';
    throw new Failure(`The baseline ${shown} cannot be read (${error.code}${way}).`);
  });
  try {
    const { version, refused } = JSON.parse(text);
    if (version !== 1) throw new Error(`version ${version} is not known`);
    return new Map(Object.entries(refused as Record<string, readonly string[]>));
  } catch (error) {
    throw new Failure(`The baseline ${shown} cannot be read (${(error as Error).message}).`);
  }
}
