/** `return run();` at the end of the file becomes `run();`, which does the same: see `syntax/last-return.ts`. */
import type { Rewriting } from './rewriting.ts';
import { mayContinue } from './text.ts';

export function dropLastReturn({ facts, edits, text, source }: Rewriting): void {
  const { lastReturn, statements } = facts.layout;
  if (lastReturn === null) return;
  const [start, from] = lastReturn;
  const statement = statements.find((range) => range[0] === from);
  if (statement === undefined) {
    edits.removeStatement(lastReturn, 'runtime-feature');
    return;
  }
  const opening = opensOtherwise.test(source.slice(from)) ? '(' : '';
  const guard = mayContinue(opening || source[from]!) && !isEnded(source, text.previousTokenEnd(start));
  edits.replace(lastReturn, (guard ? ';' : '') + opening, 'runtime-feature');
  if (opening === '') return;
  const end = source[statement[1] - 1] === ';' ? text.previousTokenEnd(statement[1] - 1) : statement[1];
  edits.insert(end, ')', 'runtime-feature', 'closing');
}

/** What starts another statement than one of an expression (ECMA-262 §14.5), or a directive (§11.2.1). */
const opensOtherwise = /^(?:[{'"]|(?:async|class|function|let)(?![$\w\u0080-\uffff]))/;

/** Whether the statement that ends here cannot be continued. */
function isEnded(source: string, end: number): boolean {
  return end === 0 || source[end - 1] === ';';
}
