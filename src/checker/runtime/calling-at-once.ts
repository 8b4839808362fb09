import { wordsOf } from '../../lists.ts';
import { plainCallbackMethods } from '../strict/this/plain-callbacks.ts';

/** Names of methods of the language that call what they are given, before they return. */
export const callingAtOnce: ReadonlySet<string> = new Set([
  ...plainCallbackMethods.keys(),
  ...wordsOf(
    'apply construct findLast findLastIndex from groupBy parse replace replaceAll stringify toSorted',
  ),
]);
