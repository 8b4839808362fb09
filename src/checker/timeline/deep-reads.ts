import type * as t from '@babel/types';
import { ANY_KEY } from '../facts/keys.ts';
import type { LoadEvent } from './event.ts';
import { readOf } from './judge.ts';
import { optionsOf, type Value } from './value.ts';
import type { Values } from './values.ts';

/** Functions that look at what they are given through and through, without an effect. */
export const deepReaders: ReadonlySet<string | null> = new Set([
  'JSON.stringify',
  'util.format',
  'util.formatWithOptions',
  'util.inspect',
  'util.isDeepStrictEqual',
]);

/** Methods of lists that do so with the elements. */
export const joining: ReadonlySet<string> = new Set(['flat', 'join', 'toLocaleString', 'toString']);

/** How far objects of the file are followed into each other. */
const DEPTH = 4;

/** Reads of all that can be reached from a value. */
export function deepReadOf(values: Values, value: Value, node: t.Node, depth = DEPTH): readonly LoadEvent[] {
  return optionsOf(value).flatMap((option) => {
    switch (option.kind) {
      case 'required':
      case 'parameter':
        return [
          ...readOf(option, null, node),
          ...readOf({ ...option, path: [...option.path, ANY_KEY] }, null, node),
        ];
      case 'own':
        return depth === 0 ? [] : deepReadOf(values, values.member(option, null), node, depth - 1);
      default:
        return readOf(option, null, node);
    }
  });
}
