// @ts-check
/** Ways to say the same: each takes a script to another text of the same program. */
import { comments } from './variants/comments.mjs';
import { minified } from './variants/minified.mjs';
import { parentheses } from './variants/parentheses.mjs';
import { renamed } from './variants/renamed.mjs';
import { reordered } from './variants/reordered.mjs';
import { byteOrderMark, crlf, tabs } from './variants/stored.mjs';

/** @type {Readonly<Record<string, (source: string) => string | null>>} null where a text cannot be said so */
export const variants = {
  crlf,
  byteOrderMark,
  tabs,
  comments,
  parentheses,
  renamed,
  reordered,
  minified,
};
