// @ts-check
import { parsed, replaced } from '../syntax.mjs';

/** It looks like what decides, but is a comment. */
const COMMENT = ' /* exports = module; require("./x") */ ';
/** What stands beside these is text, or belongs to them. */
const CLOSED = new Set(['`', 'template', '${', '#', '#!...']);

/**
 * A comment before each token.
 *
 * @param {string} source
 */
export function comments(source) {
  const file = parsed(source);
  if (file === null) return null;
  const closed = new Set(file.tokens.filter(isClosed).map(({ end }) => end));
  return replaced(
    source,
    file.tokens
      .filter((token) => token.type.label !== undefined && !isClosed(token) && !closed.has(token.start))
      .map(({ start }) => ({ start, end: start, text: COMMENT })),
  );
}

/** @param {import('../syntax.mjs').Token} token */
function isClosed({ type }) {
  return CLOSED.has(type.label ?? '');
}
