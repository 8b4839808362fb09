import type { CommandModule, Options } from 'yargs';

/** A command, with what completion needs to know of it. */
export interface Command<Arguments> extends CommandModule<object, Arguments> {
  readonly options?: Readonly<Record<string, Options>>;
  /** What its positional argument may be; null: paths, which the shell knows itself. */
  readonly values?: () => Promise<readonly string[]>;
}
