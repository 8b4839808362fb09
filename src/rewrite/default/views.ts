/** What a module of default shape exports besides, for those who `require` it or import its properties by name. */
import { statement } from '../create-require.ts';
import { isIdentifierName } from '../naming.ts';
import { type ExportedName, printExportList, quoted } from '../print.ts';
import type { Rewriting } from '../rewriting.ts';
import { literalNames } from './literal.ts';

/** Whether the default-exported value needs a name of its own for the views. */
export function needsHolder({ decision }: Rewriting): boolean {
  return decision.commonJsView === 'value' || decision.snapshotNames.length > 0;
}

/**
 * `export { lib as 'module.exports' };` and, for the names that outsiders import,
 * `const { parse, default: default_1 } = lib;` with a list that exports them.
 *
 * @see Node.js documentation, "CommonJS namespaces": the names have the values at the end of the evaluation
 */
export function writeViews(rewriting: Rewriting, holder: string): void {
  const { decision, slots, style } = rewriting;
  const exported: ExportedName[] =
    decision.commonJsView === 'value' ? [{ local: holder, exported: 'module.exports' }] : [];
  const properties: string[] = [];
  const asked = isSurelyObject(rewriting) ? holder : `Object(${holder})`;
  const listed = new Set(literalNames(rewriting).map(({ key }) => key));
  for (const { name, own } of decision.snapshotNames) {
    if (listed.has(name)) continue;
    const local = localFor(rewriting, name);
    exported.push({ local, exported: name });
    if (own) properties.push(property(style, name, local));
    else
      slots.addAtEnd(
        statement(style, `const ${local} = ${ownValue(style, name, holder, asked)}`),
        'commonjs-view',
      );
  }
  if (properties.length > 0) {
    slots.addAtEnd(statement(style, `const { ${properties.join(', ')} } = ${holder}`), 'commonjs-view');
  }
  if (exported.length > 0) slots.addAtEnd(printExportList(style, exported), 'commonjs-view');
}

function property(style: Rewriting['style'], name: string, local: string): string {
  if (local === name) return name;
  return `${isIdentifierName(name) ? name : quoted(style, name)}: ${local}`;
}

/** `Object.hasOwn(lib, 'toString') ? lib.toString : undefined` */
function ownValue(style: Rewriting['style'], name: string, holder: string, asked: string): string {
  const key = quoted(style, name);
  const member = isIdentifierName(name) ? `${holder}.${name}` : `${holder}[${key}]`;
  return `Object.hasOwn(${asked}, ${key}) ? ${member} : undefined`;
}

/** `null` and `undefined` have no properties to ask for (ECMA-262 §7.1.18, ToObject). */
function isSurelyObject({ facts }: Rewriting): boolean {
  const { versions, chains, holders } = facts.exports;
  const chain = versions.at(-1)?.chain ?? null;
  if (holders.cell || chain === null) return false;
  return ['arrow', 'class', 'function', 'object'].includes(chains[chain]!.value.kind);
}

function localFor({ names }: Rewriting, name: string): string {
  return names.claim(name, []) ? name : names.fresh(name);
}
