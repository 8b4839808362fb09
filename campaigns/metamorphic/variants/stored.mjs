// @ts-check
/** Other ways to store the same text. A file that has any of it already would get it twice. */

const TEMPLATE = /`/;
const LINE_ENDS = /\r/;
const MARK = /^\ufeff/;
const HASHBANG = /^#!/;

/** @param {string} source */
export function crlf(source) {
  return LINE_ENDS.test(source) ? null : source.replaceAll('\n', '\r\n');
}

/** @param {string} source */
export function byteOrderMark(source) {
  return MARK.test(source) || HASHBANG.test(source) ? null : `\ufeff${source}`;
}

/** @param {string} source */
export function tabs(source) {
  // The lines of a template are text.
  return TEMPLATE.test(source)
    ? null
    : source.replace(/^(?: {2})+/gm, (spaces) => '\t'.repeat(spaces.length / 2));
}
