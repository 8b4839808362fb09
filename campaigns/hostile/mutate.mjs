// @ts-check
/** Texts that nobody wrote: real ones cut off, or with pieces lost, doubled, moved or replaced. */

/** What matters to a converter, and what has misled programs before. */
const PIECES = [
  ...[
    'exports',
    'module.exports = ',
    'require(',
    '__proto__',
    'constructor',
    '\\u0065xports.a = 1;',
    '\\u{65}xports',
  ],
  ...[
    '(',
    ')',
    '{',
    '}',
    '[',
    '`',
    '${',
    '/*',
    '*/',
    '//',
    "'",
    '=>',
    '...',
    '?.',
    '#',
    '\0',
    '\ud800',
    '\u2028',
  ],
];

/**
 * @typedef {(text: string, from: number, to: number, piece: string) => string} Mutation
 * @type {readonly Mutation[]}
 */
const MUTATIONS = [
  (text, from) => text.slice(0, from),
  (text, from) => text.slice(from),
  (text, from, to) => text.slice(0, from) + text.slice(to),
  (text, from, to) => text.slice(0, to) + text.slice(from),
  (text, from, to) => text.slice(from, to) + text.slice(0, from) + text.slice(to),
  (text, from, _to, piece) => text.slice(0, from) + piece + text.slice(from),
  (text, from, to, piece) => text.slice(0, from) + piece + text.slice(to),
];

const mostAtOnce = 3;
const longest = 60;

/**
 * @param {string} text
 * @param {() => number} random
 */
export function mutated(text, random) {
  const upTo = (/** @type {number} */ limit) => Math.floor(random() * limit);
  let result = text;
  for (let left = 1 + upTo(mostAtOnce); left > 0; left--) {
    const mutation = /** @type {Mutation} */ (MUTATIONS[upTo(MUTATIONS.length)]);
    const from = upTo(result.length + 1);
    result = mutation(
      result,
      from,
      Math.min(result.length, from + upTo(longest)),
      PIECES[upTo(PIECES.length)] ?? '',
    );
  }
  return result;
}
