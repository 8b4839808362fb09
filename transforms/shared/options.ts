import type { Options } from 'jscodeshift';
import type { ConvertOptions } from '../../src/project/convert.ts';

/** The options that transforms take from jscodeshift's command line (`--node=22`), and what each may be. */
const allowed = {
  answer: ['default', 'named', 'keep'],
  node: ['20.19', '22', '24'],
  objectExports: ['default', 'named'],
  lazy: ['hoist', 'keep'],
} as const satisfies { [name in keyof ConvertOptions]?: readonly ConvertOptions[name][] };

/**
 * Picks our options out of jscodeshift's own.
 *
 * @throws TypeError for a value that is none of the allowed ones
 */
export function convertOptions(options: Options): Pick<ConvertOptions, keyof typeof allowed> {
  const given = Object.entries(allowed).flatMap(([name, values]) => {
    if (options[name] === undefined) return [];
    // The command line parser makes a number of `--node=22`.
    const value = String(options[name]);
    if ((values as readonly string[]).includes(value)) return [[name, value]];
    throw new TypeError(`--${name} must be one of ${values.join(', ')}, not ${value}`);
  });
  return Object.fromEntries(given);
}
