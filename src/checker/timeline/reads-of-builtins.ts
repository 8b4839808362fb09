import type * as t from '@babel/types';
import { ANY_KEY } from '../facts/keys.ts';
import { askedState } from './asked-state.ts';
import type { LoadEvent } from './event.ts';
import { conversionOf, readOf } from './judge.ts';
import { optionsOf, type Value } from './value.ts';
import type { Values } from './values.ts';

/** What functions of the language and of Node read, as far as other files may have changed it. */

interface Given {
  readonly node: t.Node;
  readonly given: readonly Value[];
}

/**
 * What a builtin reads of its arguments.
 *
 * @param name null for a method, which converts them at most
 */
export function readsOfBuiltin(
  values: Values,
  name: string | null,
  { node, given }: Given,
): readonly LoadEvent[] {
  return given.flatMap((value) => {
    if (name === null) return conversionOf(value, node);
    return deepReaders.has(name) ? deepReadOf(values, value, node) : readOf(value, null, node);
  });
}

/** Functions that look at what they are given through and through, without an effect. */
const deepReaders: ReadonlySet<string> = new Set([
  'JSON.stringify',
  'util.format',
  'util.formatWithOptions',
  'util.inspect',
  'util.isDeepStrictEqual',
]);

/** What a method of lists reads of the elements. */
export function readsOfElements(
  values: Values,
  method: string,
  { node, receiver }: { readonly node: t.Node; readonly receiver: Value },
): readonly LoadEvent[] {
  return joining.has(method) ? deepReadOf(values, values.contents.elementOf(receiver), node) : [];
}

const joining: ReadonlySet<string> = new Set(['flat', 'join', 'toLocaleString', 'toString']);

/** What those read that give a function with all that the given one has. */
export function readsOfWrapped(name: string, { node, given: [fn] }: Given): readonly LoadEvent[] {
  return wrapping.has(name) && fn !== undefined ? readOf(fn, null, node) : [];
}

const wrapping: ReadonlySet<string> = new Set(['util.callbackify', 'util.deprecate', 'util.promisify']);

/** What a function of Node goes by besides what it is given. */
export function stateRead(values: Values, name: string, node: t.Node): readonly LoadEvent[] {
  return askedState(name, node, values).map((of) => ({ kind: 'read', of, key: null, node }));
}

/** How far objects of the file are followed into each other. */
const DEPTH = 4;

/** Reads of all that can be reached from a value. */
function deepReadOf(values: Values, value: Value, node: t.Node, depth = DEPTH): readonly LoadEvent[] {
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
