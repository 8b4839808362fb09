import type { InferredOptionTypes } from 'yargs';
import { acceptanceOptions, isAccepted } from '../acceptance.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit.ts';
import { conversionOptions, outputOptions, selectionOptions } from '../options.ts';
import { type PlanArguments, planFrom } from '../planning.ts';
import { type OutputArguments, presenter } from '../present.ts';
import { onlyThese } from '../validate.ts';

const options = { ...acceptanceOptions, ...selectionOptions, ...conversionOptions, ...outputOptions };

type CheckArguments = PlanArguments & OutputArguments & InferredOptionTypes<typeof acceptanceOptions>;

/** `esmshift check [paths..]`: the findings without the diffs; for CI. */
export function checkCommand(context: Context): Command<CheckArguments> {
  return {
    command: 'check [paths..]',
    describe: 'Only say what would be refused; exit with 1 where anything is',
    options,
    builder: (cli) =>
      cli
        .positional('paths', { describe: 'Files, folders or globs', type: 'string', array: true })
        .options(options)
        .check(onlyThese(options, 'paths')),
    handler: async (argv) => {
      const { render, print } = await presenter(argv, context);
      const plan = await planFrom(argv, context);
      await print(render(plan, { diff: false, hint: null }));
      context.exit((await isAccepted(plan.report, argv, context)) ? EXIT.done : EXIT.found);
    },
  };
}
