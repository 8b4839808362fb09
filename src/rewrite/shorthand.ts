/** `{ path: require('path') }` -> `{ path }` */
import type { Range } from '../checker/facts.ts';
import type { SourceText } from './text.ts';

/** How far to look: a longer name would not be shortened. */
const reach = 200;

/**
 * The range to replace when an expression becomes a name: with the key before it, where that is the same name and
 * the expression is the whole value of the property.
 */
export function withShorthand({ source }: SourceText, [start, end]: Range, name: string): Range {
  const key = /[{,]\s*([$\w]+)\s*:\s*$/.exec(source.slice(Math.max(0, start - reach), start));
  // `__proto__: a` sets the prototype, `__proto__` does not (ECMA-262 Annex B.3.1).
  if (key?.[1] !== name || name === '__proto__') return [start, end];
  if (!/^\s*[,}]/.test(source.slice(end, end + reach))) return [start, end];
  return [start - (key[0].length - key[0].indexOf(name)), end];
}
