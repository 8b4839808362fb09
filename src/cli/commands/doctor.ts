import { resolve } from 'node:path';
import type { InferredOptionTypes, Options } from 'yargs';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit.ts';
import { Failure } from '../failure.ts';
import { emit } from '../output.ts';
import { packageFolders } from '../packages.ts';
import { progressLine } from '../progress.ts';
import { onlyThese } from '../validate.ts';

const options = {
  package: {
    describe: 'Look at the workspace package of this name (repeatable)',
    type: 'string',
    array: true,
    nargs: 1,
  },
  json: { describe: 'Print the advice as data', type: 'boolean' },
} as const satisfies Record<string, Options>;

interface DoctorArguments extends InferredOptionTypes<typeof options> {
  readonly dir: string | undefined;
}

/** `esmshift doctor [dir]`: what else will need a hand, in the words of the tools concerned. */
export function doctorCommand(context: Context): Command<DoctorArguments> {
  return {
    command: 'doctor [dir]',
    describe: 'Say what else will need a hand: scripts, test runner, hooks, engines, what is published',
    options,
    builder: (cli) =>
      cli
        .positional('dir', { describe: 'The folder of the package or workspace', type: 'string' })
        .options(options)
        .check(onlyThese(options, 'dir')),
    handler: async ({ dir = '.', package: names, json }) => {
      const cwd = resolve(context.cwd, dir);
      const [{ stat }, { plan }, { diagnose }, { describeDiagnosis }, { paints }, { wantsColors }] =
        await Promise.all([
          import('node:fs/promises'),
          import('../../plan.ts'),
          import('../../doctor/doctor.ts'),
          import('../../doctor/describe.ts'),
          import('../../review/paint.ts'),
          import('../../review/terminal.ts'),
        ]);
      if (!(await stat(cwd).catch(() => null))?.isDirectory()) throw new Failure(`${dir} is no folder.`);
      const paths = await packageFolders(names, cwd);
      const progress = progressLine(context);
      const planned = await plan({
        cwd,
        signal: context.signal,
        onProgress: progress.update,
        ...(paths.length > 0 ? { paths } : {}),
      }).finally(progress.end);
      const diagnosis = diagnose(planned);
      const paint = paints(wantsColors(context.stdout, context.env));
      await emit(
        context.stdout,
        json ? [`${JSON.stringify(diagnosis, null, 2)}\n`] : describeDiagnosis(diagnosis, paint),
      );
      context.exit(EXIT.done);
    },
  };
}
