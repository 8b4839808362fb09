/** `module.exports = value;` -> `export default value;` */
import type { Chain, ChainTarget } from '../../checker/facts.ts';
import { declareValue, isBare, replaceHead } from '../chain-text.ts';
import type { Rewriting } from '../rewriting.ts';

/**
 * The statement becomes the default export.
 *
 * @param rest index of the first target that stays; null: only the value does
 */
export function writeDefaultExpression(rewriting: Rewriting, chain: Chain, rest: number | null = null): void {
  const { value } = chain;
  if (rest === null && isBare(rewriting, chain) && isDeclarable(rewriting, chain)) {
    declareValue(rewriting, chain, 'export default ', null);
    return;
  }
  const start = rest === null ? value.outer[0] : (chain.targets[rest] as ChainTarget).range[0];
  const enclosed = declarationStart.test(rewriting.source.slice(start, value.outer[1]));
  replaceHead(rewriting, chain, rest, `export default ${enclosed ? '(' : ''}`, 'export-default');
  if (enclosed) rewriting.edits.insert(value.outer[1], ')', 'export-default', 'after');
}

/** A function or class that can be a declaration: `export default function a() {}` declares `a`, too. */
function isDeclarable({ names }: Rewriting, { value }: Chain): boolean {
  if (value.kind !== 'function' && value.kind !== 'class') return false;
  return value.name === null || (!value.nameFixed && names.claim(value.name, []));
}

/** What starts like a declaration would be read as one (ECMA-262 §16.2.3: ExportDeclaration). */
const declarationStart = /^(?:async\s+function|function|class)(?![$\w\u0080-\uffff])|^@/;
