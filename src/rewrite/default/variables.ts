/**
 * The exact way for whatever cannot be resolved: `module.exports`, and `exports` where it is used, become the
 * variables that they were.
 *
 *     if (old) module.exports = a;     let lib = {};
 *     else module.exports = b;     ->  if (old) lib = a;
 *                                      else lib = b;
 *
 *                                      export default lib;
 */
import type { Mention } from '../../checker/facts.ts';
import { statement } from '../create-require.ts';
import { nameOfFile } from '../naming.ts';
import { printExportDefault } from '../print.ts';
import type { Rewriting } from '../rewriting.ts';
import { topBinding } from '../stability.ts';
import { writeAliases } from './aliases.ts';
import { writeViews } from './views.ts';

export interface Variables {
  /** For `module.exports`. */
  readonly cell: string;
  /** For the wrapper's `exports`, which starts as the same object; null where nothing uses it. */
  readonly exports: string | null;
  /** For the file's own `this`, which stays that object whatever `exports` becomes; null where `exports` stays it, too. */
  readonly receiver: string | null;
  /** `var exports` of the file is the wrapper's variable, so that there are two declarations of it then. */
  readonly keyword: 'let' | 'var';
}

export function planVariables({ facts, names }: Rewriting): Variables {
  const { holders } = facts.exports;
  const mentions = facts.exports.mentions.filter(({ use }) => use.kind !== 'dropped');
  const reassigned = holders.assignments.some(({ of }) => of === 'exports');
  const asThis = mentions.some(({ through, use }) => through === 'this' && use.kind !== 'test');
  const sites = mentions
    .filter(({ through }) => through === 'variable' || through === 'this')
    .map(({ range }) => range);
  const needed = sites.length > 0 || reassigned;
  const redeclared = topBinding(facts.names, 'exports')?.kind === 'var';
  const cell = names.fresh(nameOfFile(facts.path));
  const receiver = asThis && reassigned ? names.fresh('self') : null;
  const variable = () => (redeclared ? 'exports' : names.ofExports(sites));
  return { cell, exports: needed ? variable() : null, receiver, keyword: redeclared ? 'var' : 'let' };
}

export function writeVariables(rewriting: Rewriting, { cell, exports, receiver, keyword }: Variables): void {
  const { facts, edits, slots, style, text } = rewriting;
  const { mentions, holders } = facts.exports;
  if (receiver !== null) slots.addDeclaration(statement(style, `const ${receiver} = {}`), 'exports-object');
  const first = receiver ?? '{}';
  const declared = exports === null ? `${cell} = ${first}` : `${exports} = ${first}, ${cell} = ${exports}`;
  slots.addDeclaration(statement(style, `${keyword} ${declared}`), 'exports-object');
  const named = { cell, variable: exports, this: receiver ?? exports, alias: null };
  const nameOf = ({ through }: Mention) => named[through] as string;
  writeAliases(rewriting, () => cell);
  for (const mention of mentions) {
    if (mention.through === 'alias' || ['dropped', 'test'].includes(mention.use.kind)) continue;
    if (text.slice(mention.range) !== nameOf(mention))
      edits.replace(mention.range, nameOf(mention), 'exports-object');
  }
  for (const { of, range } of holders.assignments) {
    const name = of === 'exports' ? (exports as string) : cell;
    if (text.slice(range) !== name) edits.replace(range, name, 'exports-object');
  }
  slots.addAtEnd(printExportDefault(style, cell), 'export-default');
  writeViews(rewriting, cell);
}
