import type { Options } from 'jscodeshift';
import type { ConvertOptions } from '../../src/project/convert.ts';
import { choices } from '../../src/project/options/choices.ts';

/** The options that transforms take from jscodeshift's command line (`--node=22`). */
const names = ['answer', 'node', 'objectExports', 'lazy'] as const;

/**
 * Picks our options out of jscodeshift's own.
 *
 * @throws TypeError for a value that is none of the allowed ones
 */
export function convertOptions(options: Options): Pick<ConvertOptions, (typeof names)[number]> {
  const given = names.flatMap((name) => {
    if (options[name] === undefined) return [];
    const values: readonly string[] = choices[name];
    // The command line parser makes a number of `--node=22`.
    const value = String(options[name]);
    if (values.includes(value)) return [[name, value]];
    throw new TypeError(`--${name} must be one of ${values.join(', ')}, not ${value}`);
  });
  return Object.fromEntries(given);
}
