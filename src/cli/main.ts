import { inspect } from 'node:util';
import yargs from 'yargs';
import { version } from '../version.ts';
import type { Command } from './command.ts';
import { checkCommand } from './commands/check.ts';
import { completionCommand } from './commands/completion.ts';
import { convertCommand } from './commands/convert.ts';
import { doctorCommand } from './commands/doctor.ts';
import { explainCommand } from './commands/explain.ts';
import { undoCommand } from './commands/undo.ts';
import { type Completable, completionsFor } from './completion.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitStatus } from './exit.ts';
import { Failure } from './failure.ts';
import { emit } from './output.ts';

const EPILOGUE = `Exit status: 0 done (refusals alone included), 1 --strict or check found refusals or errors,
2 wrong usage or a failure, 130 interrupted.`;

/** The parser's messages where its own words are hard to read; each `%s` is filled in the original order. */
const PLAINER = {
  'Argument: %s, Given: %s, Choices: %s': '--%s was given %s but takes one of %s',
  'Arguments %s and %s are mutually exclusive': '--%s and --%s exclude each other',
  'Not enough arguments following: %s': '--%s takes a value',
};

/**
 * Runs the command line.
 *
 * @param argv The arguments after the program's name.
 * @returns the exit status. Throws nothing: what goes wrong is said on stderr.
 */
export async function main(argv: readonly string[], process: Omit<Context, 'exit'>): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.done;
  const exit = (given: ExitStatus): void => {
    status = given;
  };
  try {
    const printed = await parse(withLoneDashes(argv), { ...process, exit });
    if (printed !== '') await emit(process.stdout, [`${printed}\n`]);
    return status;
  } catch (error) {
    return complain(error, process);
  }
}

/** `--output -` as `--output=-`: the parser takes no word that begins with a dash for a value. */
function withLoneDashes(argv: readonly string[]): readonly string[] {
  return argv.flatMap((word, index) => {
    if (word === '--output' && argv[index + 1] === '-') return '--output=-';
    return word === '-' && argv[index - 1] === '--output' ? [] : word;
  });
}

/** All commands. A new one is a new file and a new row. */
function commandsFor(context: Context): Command<object>[] {
  const commands: readonly Completable[] = [
    convertCommand(context),
    checkCommand(context),
    explainCommand(context),
    undoCommand(context),
    doctorCommand(context),
    completionCommand(),
  ];
  // The parser hands each handler what its own builder declares.
  return commands as unknown as Command<object>[];
}

/** What the script of `esmshift completion` calls, with the program's name and the words up to the cursor. */
const COMPLETE = '--get-yargs-completions';

/** Parses and runs the command; gives the text of `--help` or `--version` where one of them was asked for. */
async function parse(argv: readonly string[], context: Context): Promise<string> {
  const [first, , ...words] = argv;
  if (first === COMPLETE) return (await completionsFor(words, commandsFor(context))).join('\n');
  let text = '';
  await commandLine(context).parseAsync([...argv], {}, (error, _argv, output) => {
    if (error) throw error;
    text = output;
  });
  return text;
}

function commandLine(context: Context) {
  return yargs()
    .scriptName('esmshift')
    .usage(
      '$0 [paths..]\n\nConverts CommonJS to ES modules that behave the same, and says why where it will not.',
    )
    .command(commandsFor(context))
    .example('$0', 'show what converting this folder would change')
    .example('$0 lib --write', 'convert lib/')
    .example('$0 --reporter html --output review.html', 'a page to review it in a browser')
    .example('$0 --interactive', 'decide file by file')
    .example('$0 --answer lib/x.js=default', 'settle a refusal')
    .example('$0 check --json > report.json', 'findings as data, exit status 1 where any file is refused')
    .example('$0 explain exports-escape', 'what that refusal means')
    .epilogue(EPILOGUE)
    .version(version)
    .alias({ h: 'help', v: 'version' })
    .help()
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'populate--': true,
    })
    .locale('en')
    .wrap(Math.min(110, context.stdout.columns ?? 100))
    .exitProcess(false)
    .updateStrings(PLAINER)
    .fail((message, error) => {
      // Errors of its own kind are about the arguments; others come from the commands.
      if (error && error.name !== 'YError') throw error;
      throw new Failure(
        `${message
          .replace(/^Invalid values:\s*/, '')
          .replace('--paths', 'paths')
          .trim()}. \`esmshift --help\` lists the options.`,
      );
    });
}

function complain(error: unknown, { stderr, signal }: Omit<Context, 'exit'>): ExitStatus {
  if (signal.aborted) {
    stderr.write('esmshift: interrupted\n');
    return EXIT.interrupted;
  }
  if (error instanceof Error && isForPeople(error)) stderr.write(`esmshift: ${error.message}\n`);
  else stderr.write(`esmshift: this is a bug in esmshift, please report it:\n${inspect(error)}\n`);
  return EXIT.unable;
}

/** Errors that the person can put right, or the operating system's own (`EACCES: permission denied, open ...`). */
function isForPeople(error: Error): boolean {
  return (
    error.name === 'Failure' ||
    error.name === 'WriteRefused' ||
    error.name === 'FactsRefused' ||
    'syscall' in error
  );
}
