import type { CommandModule } from 'yargs';
import type { Context } from '../context.ts';
import { EXIT } from '../exit.ts';
import { conversionOptions, outputOptions, selectionOptions } from '../options.ts';
import { type PlanArguments, planFrom } from '../planning.ts';
import { hasProblems, type OutputArguments, presenter } from '../present.ts';
import { onlyThese } from '../validate.ts';

const options = { ...selectionOptions, ...conversionOptions, ...outputOptions };

/** `esmshift check [paths..]`: the findings without the diffs; for CI. */
export function checkCommand(context: Context): CommandModule<object, PlanArguments & OutputArguments> {
  return {
    command: 'check [paths..]',
    describe: 'Only say what would be refused; exit with 1 where anything is',
    builder: (cli) =>
      cli
        .positional('paths', { describe: 'Files, folders or globs', type: 'string', array: true })
        .options(options)
        .check(onlyThese(options, 'paths')),
    handler: async (argv) => {
      const { render, print } = await presenter(argv, context);
      const plan = await planFrom(argv, context);
      await print(render(plan, { diff: false, hint: null }));
      context.exit(hasProblems(plan.report) ? EXIT.found : EXIT.done);
    },
  };
}
