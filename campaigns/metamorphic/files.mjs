// @ts-check
/** Single files: every variant of a file gets the verdict that the file gets. */
import { variants } from './variants.mjs';
import { verdictOf } from './verdict.mjs';

/** What compilers made is recognised by its exact form, which a variant no longer has. */
const COMPILED = /__esModule/;

/**
 * @param {typeof import('../../src/index.ts').convert} convert
 * @param {string} source
 * @param {string} path
 * @returns {string[]} one line for each variant that is judged otherwise
 */
export function differentVerdicts(convert, source, path) {
  const expected = convert(source, { path });
  if (expected.status === 'error' || COMPILED.test(source)) return [];
  const lines = [];
  for (const [name, vary] of Object.entries(variants)) {
    const variant = vary(source);
    if (variant === null) continue;
    const [was, is] = [verdictOf(expected), verdictOf(convert(variant, { path }))];
    if (was !== is) lines.push(`${name}: ${was} -> ${is}`);
  }
  return lines;
}
