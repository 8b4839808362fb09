import type { InferredOptionTypes, Options } from 'yargs';
import type { Plan } from '../../plan.ts';
import type { Report } from '../../project/report.ts';
import { graphFormatNames, graphFormats } from '../../review/graph/formats.ts';
import type { Reviewed } from '../../review/reporter.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit.ts';
import { conversionOptions, outputOptions, selectionOptions } from '../options.ts';
import type { PlanArguments } from '../planning.ts';
import { hasProblems, held, type OutputArguments, presenter } from '../present.ts';
import { onlyThese } from '../validate.ts';
import { triedPlan, verifyOptions } from '../verifying.ts';
import { writeOptions, writePlan } from '../writing.ts';

const convertOptions = {
  ...writeOptions,
  ...verifyOptions,
  interactive: {
    describe:
      'Go through the files one by one, accept, skip or answer each, then write; goes on where you left it',
    type: 'boolean',
    alias: 'i',
    conflicts: ['json', 'reporter', 'output', 'graph', 'verify'],
    group: 'Result:',
  },
  init: {
    describe: 'Write a configuration that lists the refused files with the answers that would convert them',
    type: 'boolean',
    conflicts: ['write', 'json', 'graph'],
    group: 'Result:',
  },
  'facts-out': {
    describe:
      'Write what plans of other packages need to know of these files, as JSON lines, to this file, and plan nothing',
    type: 'string',
    conflicts: ['facts-in', 'write', 'interactive', 'init', 'verify', 'graph', 'json', 'reporter', 'output'],
    group: 'Result:',
    requiresArg: true,
  },
  strict: { describe: 'Exit with 1 where files are refused or in error', type: 'boolean', group: 'Result:' },
  diff: {
    describe: 'Show the diff of each file (default unless --write)',
    type: 'boolean',
    group: 'Output:',
  },
  'no-diff': { describe: 'Show no diffs', type: 'boolean', conflicts: 'diff', group: 'Output:' },
  graph: {
    describe: 'Show who imports whom and what becomes of each file, instead of the diffs; writes nothing',
    type: 'string',
    choices: graphFormatNames,
    conflicts: ['write', 'json'],
    group: 'Output:',
    requiresArg: true,
  },
} as const satisfies Record<string, Options>;

const options = { ...convertOptions, ...selectionOptions, ...conversionOptions, ...outputOptions };

type ConvertArguments = PlanArguments & OutputArguments & InferredOptionTypes<typeof convertOptions>;

/** `esmshift [paths..]`: shows what would change; with `--write`, changes it. */
export function convertCommand(context: Context): Command<ConvertArguments> {
  return {
    command: '$0 [paths..]',
    describe: 'Convert files, folders or globs (default: this folder); a dry run unless --write',
    options,
    builder: (cli) =>
      cli
        .positional('paths', { describe: 'Files, folders or globs', type: 'string', array: true })
        .options(options)
        .check(onlyThese(options, 'paths')),
    handler: async (argv) => {
      if (argv.init) return (await import('../config/init.ts')).writeConfig(argv, context);
      if (argv.interactive) {
        const { reviewInteractively } = await import('../interactive/interactive.ts');
        return context.exit(await reviewInteractively(argv, context));
      }
      if (argv['facts-out'] !== undefined)
        return (await import('../writing-facts.ts')).writeFacts(argv['facts-out'], argv, context);
      const { render, print } = await presenter(argv, context);
      const plan = await triedPlan(argv, context);
      if (plan === null) return context.exit(EXIT.found);
      if (argv.graph !== undefined) {
        const draw = await graphFormats[argv.graph]();
        await print([{ output: argv.output?.[0] ?? null, pieces: [draw(plan.graph())] }]);
      } else if (argv.write) {
        const { changesOf } = await import('../../changes.ts');
        const changes = changesOf(plan.files).length > 0;
        // Taken down before the sources are replaced, printed when that has succeeded.
        const texts = held(
          render(asWritten(plan), {
            diff: argv.diff === true,
            hint: changes ? '\nWritten. `esmshift undo` takes it back.' : '\nThere is nothing to write.',
          }),
        );
        if (changes) await writePlan(plan, argv, context);
        await print(texts);
      } else {
        await print(render(plan, { diff: argv['no-diff'] !== true, hint: nextStep(plan.report, argv) }));
      }
      context.exit(argv.strict && hasProblems(plan.report) ? EXIT.found : EXIT.done);
    },
  };
}

function asWritten(plan: Plan): Reviewed {
  return { ...plan, report: { ...plan.report, written: true } };
}

function nextStep({ summary }: Report, argv: PlanArguments): string | null {
  const steps = [];
  if (summary.refused > 0)
    steps.push('`esmshift explain CODE` says what a refusal means; --answer settles it.');
  if (summary.converted > 0)
    steps.push(
      '`esmshift doctor` says what else will need a hand: test runner and mocks, scripts, hooks.',
      argv['facts-in'] === undefined
        ? 'Nothing was written: --write applies this.'
        : 'Nothing was written: `git apply` takes the patches (--reporter patch) of all packages together.',
    );
  return steps.length === 0 ? null : `\n${steps.join('\n')}`;
}
