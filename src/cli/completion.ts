import type { Options } from 'yargs';
import type { Command } from './command.ts';

/** What completion needs to know of a command. */
export type Completable = Pick<Command<object>, 'command' | 'options' | 'values'>;

const ALWAYS = ['help', 'version'];

/**
 * What the word at the cursor may become; nothing where it is a path, which the shell completes by itself.
 *
 * @param words The words after the program's name, up to the one at the cursor, which may be empty.
 */
export async function completionsFor(
  words: readonly string[],
  commands: readonly Completable[],
): Promise<readonly string[]> {
  const current = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const named = commands.find((command) => nameOf(command) === before[0]);
  const command = named ?? commands.find((each) => nameOf(each) === '$0');
  const found = await candidates(current, before, command, commands);
  return found.filter((candidate) => candidate.startsWith(current));
}

async function candidates(
  current: string,
  before: readonly string[],
  command: Completable | undefined,
  commands: readonly Completable[],
): Promise<readonly string[]> {
  const options = command?.options ?? {};
  const option = optionNamed(before.at(-1) ?? '', options);
  if (option !== undefined && option.type !== 'boolean') return (option.choices ?? []).map(String);
  if (current.startsWith('-')) return [...Object.keys(options), ...ALWAYS].map((name) => `--${name}`);
  const values = (await command?.values?.()) ?? [];
  return before.length > 0 ? values : commands.map(nameOf).filter((name) => name !== '$0');
}

function optionNamed(word: string, options: Readonly<Record<string, Options>>): Options | undefined {
  return word.startsWith('--') && Object.hasOwn(options, word.slice(2)) ? options[word.slice(2)] : undefined;
}

function nameOf({ command }: Completable): string {
  return String(command).split(' ')[0]!;
}
