/** What a named module exports besides: one object for those who take it whole, and names that are never set. */
import { statement } from '../create-require.ts';
import type { Imports } from '../imports/imports.ts';
import { isIdentifierName } from '../naming.ts';
import { printExportList, quoted } from '../print.ts';
import type { Rewriting } from '../rewriting.ts';
import type { KeyPlan } from './plan.ts';

/** `const exports = { a, b: c };` and `export { exports as default, exports as 'module.exports' };` */
export function writeObjectView(rewriting: Rewriting, imports: Imports, plans: Iterable<KeyPlan>): void {
  const { names, slots, style } = rewriting;
  const local = names.isTop('exports') ? names.fresh('exports') : 'exports';
  const properties = [...plans].map((plan) => property(style, plan.key, localOf(imports, plan)));
  const object = properties.length === 0 ? '{}' : `{ ${properties.join(', ')} }`;
  slots.addAtEnd(statement(style, `const ${local} = ${object}`), 'commonjs-view');
  const view = ['default', 'module.exports'].map((exported) => ({ local, exported }));
  slots.addAtEnd(printExportList(style, view), 'commonjs-view');
}

function localOf(imports: Imports, plan: KeyPlan): string {
  if (plan.kind === 'own' || plan.kind === 'alias') return plan.local;
  if (plan.kind === 'import') return imports.localOf(plan.require);
  throw new Error(`${plan.key} has no variable to put into the exports object`);
}

/** `__proto__: a` would set the prototype (ECMA-262 Annex B.3.1). */
function property(style: Rewriting['style'], key: string, local: string): string {
  if (key === '__proto__') return `['__proto__']: ${local}`;
  if (key === local) return key;
  return `${isIdentifierName(key) ? key : quoted(style, key)}: ${local}`;
}

/** `export const a = undefined;` for names that importers may mention although nothing sets them. */
export function writeAbsentNames({ decision, names, slots, style }: Rewriting): void {
  for (const name of decision.absentNames) {
    const local = names.claim(name, []) ? name : names.fresh(name);
    const declared = statement(style, `${local === name ? 'export ' : ''}const ${local} = undefined`);
    slots.addAtEnd(declared, 'commonjs-view');
    if (local !== name) slots.addAtEnd(printExportList(style, [{ local, exported: name }]), 'commonjs-view');
  }
}
