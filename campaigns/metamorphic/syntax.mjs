// @ts-check
/** What the variants need to know of a text: its tree and tokens; and how they change it. */
import { parseSync, traverse } from '@babel/core';

/**
 * @typedef {import('@babel/types').File & { tokens: readonly Token[] }} Parsed
 *
 * @typedef {object} Token comments are among them, with a type that is a string
 * @property {number} start
 * @property {number} end
 * @property {{ readonly label?: string }} type
 *
 * @typedef {object} Replacement
 * @property {number} start
 * @property {number} end where it starts, if nothing goes
 * @property {string} text
 */

/**
 * @param {string} source
 * @returns {Parsed | null} null where the text is no script of plain JavaScript
 */
export function parsed(source) {
  try {
    const file = parseSync(source, {
      configFile: false,
      babelrc: false,
      sourceType: 'script',
      parserOpts: { allowReturnOutsideFunction: true, allowNewTargetOutsideFunction: true, tokens: true },
    });
    return /** @type {any} */ (file);
  } catch {
    return null;
  }
}

/**
 * @param {string} source
 * @param {readonly Replacement[]} replacements not overlapping; those that begin at one place in their order
 */
export function replaced(source, replacements) {
  let text = '';
  let at = 0;
  for (const one of [...replacements].sort((a, b) => a.start - b.start)) {
    text += source.slice(at, one.start) + one.text;
    at = one.end;
  }
  return text + source.slice(at);
}

export { traverse };
