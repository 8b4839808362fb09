/** `--object-exports named`: the properties of `module.exports = { a, b: c, d() {} }` are exported by name, too. */
import { statement } from '../create-require.ts';
import { isIdentifierName } from '../naming.ts';
import { type ExportedName, printExportList, quoted } from '../print.ts';
import type { Rewriting } from '../rewriting.ts';
import { isStableAfter, topBinding } from '../stability.ts';

interface LiteralName {
  readonly key: string;
  /** The variable that is the property's value; null: it is read from the object. */
  readonly local: string | null;
}

export function literalNames({ facts, decision }: Rewriting): readonly LiteralName[] {
  if (!decision.literalNames || facts.exports.literal === null) return [];
  const keys = facts.exports.literal.filter(({ key }) => key !== 'default' && key !== 'module.exports');
  return keys.map(({ key, range, value }) => {
    const binding = value.kind === 'identifier' ? topBinding(facts.names, value.name) : null;
    const stable = binding !== null && isStableAfter(binding, range[0]);
    return { key, local: stable && value.kind === 'identifier' ? value.name : null };
  });
}

/** @param holder the variable of the object; only null where each property has a variable of its own */
export function writeLiteralNames(rewriting: Rewriting, holder: string | null): void {
  const { slots, style, names } = rewriting;
  const taken: string[] = [];
  const listed: ExportedName[] = [];
  for (const { key, local } of literalNames(rewriting)) {
    if (local !== null) {
      listed.push({ local, exported: key });
      continue;
    }
    const own = names.claim(key, []) ? key : names.fresh(key);
    const property = isIdentifierName(key) ? key : quoted(style, key);
    taken.push(own === property ? own : `${property}: ${own}`);
    listed.push({ local: own, exported: key });
  }
  if (taken.length > 0)
    slots.addAtEnd(statement(style, `const { ${taken.join(', ')} } = ${holder}`), 'export-list');
  if (listed.length > 0) slots.addAtEnd(printExportList(style, listed), 'export-list');
}
