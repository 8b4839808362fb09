import type { Options } from 'yargs';
import { Failure } from './failure.ts';
import { didYouMean } from './nearest.ts';

type Arguments = Readonly<Record<string, unknown>>;

const ALWAYS = ['_', '--', '$0', 'help', 'version', 'h', 'v'];

/** A check for yargs: nothing but these options and positionals, and once each unless it is a list. */
export function onlyThese(options: Readonly<Record<string, Options>>, positional: string) {
  const aliases = Object.values(options).flatMap(({ alias }) => (typeof alias === 'string' ? [alias] : []));
  const known = new Set([...ALWAYS, positional, ...Object.keys(options), ...aliases]);
  return (argv: Arguments): true => {
    const [, surplus] = argv._ as readonly (string | number)[];
    if (surplus !== undefined) throw new Failure(`The argument ${surplus} is one too many.`);
    for (const name of Object.keys(argv)) if (!known.has(name)) throw new Failure(unknownOption(name, known));
    for (const [name, option] of Object.entries<Options>(options))
      if (option.array !== true && Array.isArray(argv[name]))
        throw new Failure(`--${name} is given more than once.`);
    return true;
  };
}

function unknownOption(name: string, known: Iterable<string>): string {
  const longNames = [...known].filter((candidate) => candidate.length > 1);
  const dashes = name.length === 1 ? '-' : '--';
  return `There is no option ${dashes}${name}.${didYouMean(name, longNames, (match) => `--${match}`)}`;
}
