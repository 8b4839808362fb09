/** `module.exports = value;` -> `export default value;` */
import type { Chain, Range } from '../../checker/facts.ts';
import { declareValue, isBare } from '../chain-text.ts';
import type { Rewriting } from '../rewriting.ts';

/**
 * The statement becomes the default export.
 *
 * @param rest where what is kept of the chain's targets starts; null: only the value stays
 */
export function writeDefaultExpression(rewriting: Rewriting, chain: Chain, rest: number | null = null): void {
  const { value, statement } = chain;
  if (rest === null && isBare(rewriting, chain) && isDeclarable(rewriting, chain)) {
    declareValue(rewriting, chain, 'export default ', null);
    return;
  }
  writeHead(rewriting, [statement[0], rest ?? value.outer[0]], [rest ?? value.outer[0], value.outer[1]]);
}

/** A function or class that can be a declaration: `export default function a() {}` declares `a`, too. */
function isDeclarable({ names }: Rewriting, { value }: Chain): boolean {
  if (value.kind !== 'function' && value.kind !== 'class') return false;
  return value.name === null || (!value.nameFixed && names.claim(value.name, []));
}

/** What starts like a declaration would be read as one (ECMA-262 §16.2.3: ExportDeclaration). */
const declarationStart = /^(?:async\s+function|function|class)(?![$\w\u0080-\uffff])|^@/;

function writeHead({ edits, source }: Rewriting, head: Range, expression: Range): void {
  const enclosed = declarationStart.test(source.slice(...expression));
  edits.replace(head, `export default ${enclosed ? '(' : ''}`, 'export-default');
  if (enclosed) edits.insert(expression[1], ')', 'export-default', 'after');
}
