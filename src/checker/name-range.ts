import type * as t from '@babel/types';
import type { Range } from './facts.ts';
import { rangeOf } from './nodes.ts';

/** An identifier, unicode escapes included (ECMA-262 §12.7). */
const identifierText = /(?:[$\p{ID_Continue}]|\u200c|\u200d|\\u(?:\{[\da-fA-F]+\}|[\da-fA-F]{4}))+/uy;

/** Range of the name alone: the parser counts a type annotation (`name: string`) and `?` to the identifier. */
export function nameRange(source: string, identifier: t.Node): Range {
  identifierText.lastIndex = identifier.start!;
  return identifierText.test(source) ? [identifier.start!, identifierText.lastIndex] : rangeOf(identifier);
}
