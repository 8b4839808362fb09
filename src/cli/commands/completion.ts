import type { Argv } from 'yargs';
import type { Command } from '../command.ts';
import { onlyThese } from '../validate.ts';

/** `esmshift completion`: the script that teaches bash or zsh to complete commands, options and values. */
export function completionCommand(): Command<object> {
  let parser: Argv | null = null;
  return {
    command: 'completion',
    describe: 'Print a script for bash or zsh that completes commands and options; add it to your profile',
    builder: (cli) => {
      parser = cli.check(onlyThese({}, ''));
      return parser;
    },
    handler: () => {
      parser!.showCompletionScript();
    },
  };
}
