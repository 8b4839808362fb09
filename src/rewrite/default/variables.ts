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
import { printExportDefault, printExportList } from '../print.ts';
import type { Rewriting } from '../rewriting.ts';
import { writeAliases } from './aliases.ts';

export interface Variables {
  /** For `module.exports`. */
  readonly cell: string;
  /** For the wrapper's `exports`, which starts as the same object; null where nothing uses it. */
  readonly exports: string | null;
}

export function planVariables({ facts, names }: Rewriting): Variables {
  const { mentions, holders } = facts.exports;
  const used = (of: readonly Mention['through'][]) => mentions.filter(({ through }) => of.includes(through));
  const direct = used(['variable']);
  const assigned = holders.assignments.some((assignment) => assignment.of === 'exports');
  const needed = direct.length > 0 || assigned || used(['this']).length > 0;
  const sites = [...direct, ...used(['this'])].map(({ range }) => range);
  const exports =
    names.isTop('exports') || names.isCaptured('exports', sites) ? names.fresh('exports') : 'exports';
  return { cell: names.fresh(nameOfFile(facts.path)), exports: needed ? exports : null };
}

export function writeVariables(rewriting: Rewriting, { cell, exports }: Variables): void {
  const { facts, decision, edits, slots, style, text } = rewriting;
  const { mentions, holders } = facts.exports;
  const declared = exports === null ? `${cell} = {}` : `${exports} = {}, ${cell} = ${exports}`;
  slots.addDeclaration(statement(style, `let ${declared}`), 'exports-object');
  const nameOf = (mention: Mention) => (mention.through === 'cell' ? cell : (exports as string));
  writeAliases(rewriting, () => cell);
  for (const mention of mentions) {
    if (mention.through === 'alias' || mention.use.kind === 'test') continue;
    if (text.slice(mention.range) !== nameOf(mention))
      edits.replace(mention.range, nameOf(mention), 'exports-object');
  }
  for (const { of, range } of holders.assignments) {
    const name = of === 'exports' ? (exports as string) : cell;
    if (text.slice(range) !== name) edits.replace(range, name, 'exports-object');
  }
  slots.addAtEnd(printExportDefault(style, cell), 'export-default');
  if (decision.commonJsView === 'value') {
    slots.addAtEnd(printExportList(style, [{ local: cell, exported: 'module.exports' }]), 'commonjs-view');
  }
}
