import type { InferredOptionTypes, Options } from 'yargs';
import type { Undone } from '../../apply/undo.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit.ts';
import { emit } from '../output.ts';
import { onlyThese } from '../validate.ts';

const options = {
  'skip-changed': {
    describe: 'Leave files that changed since as they are, and put the others back',
    type: 'boolean',
  },
} as const satisfies Record<string, Options>;

/** `esmshift undo`: puts back what the last `--write` changed. */
export function undoCommand(context: Context): Command<InferredOptionTypes<typeof options>> {
  return {
    command: 'undo',
    describe: 'Put back what the last --write changed, byte for byte, or what an interrupted one left',
    options,
    builder: (cli) => cli.options(options).check(onlyThese(options, '')),
    handler: async (argv) => {
      const { undo } = await import('../../apply/undo.ts');
      const undone = await undo({ cwd: context.cwd, skipChanged: argv['skip-changed'] === true });
      await emit(context.stdout, [described(undone)]);
      context.exit(EXIT.done);
    },
  };
}

function described({ restored, skipped, interrupted }: Undone): string {
  const count = `${restored.length} ${restored.length === 1 ? 'file is' : 'files are'} as before`;
  const what = interrupted ? 'The interrupted --write is undone' : 'The last --write is undone';
  const left = skipped.map((path) => `  left as it is, changed since: ${path}\n`).join('');
  return `${what}: ${count}.\n${left}`;
}
