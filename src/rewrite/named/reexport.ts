/** `exports.a = require('./m');` -> `export { default as a } from './m.js';` */
import type { Chain, RequireFact } from '../../checker/facts.ts';
import type { Imports } from '../imports/imports.ts';
import { printExportAll, printExportList } from '../print.ts';
import type { Rewriting } from '../rewriting.ts';
import type { KeyPlan } from './plan.ts';

export function writeReexport(
  rewriting: Rewriting,
  imports: Imports,
  { statement, value }: Chain,
  { key, require }: KeyPlan & { readonly kind: 'reexport' },
): void {
  const { from, quote } = imports.sourceOf(require);
  const style = { ...rewriting.style, quote };
  const imported = importedName(imports, rewriting.facts.requires[require] as RequireFact, require);
  const text =
    imported === null
      ? printExportAll(style, from, key)
      : printExportList(style, [{ local: imported, exported: key }], from);
  rewriting.edits.replace([statement[0], value.outer[1]], text.replace(/;$/, ''), 'export-list');
}

/** What is exported of the module under the key; null: its namespace. */
export function importedName(imports: Imports, { form }: RequireFact, require: number): string | null {
  const decided = imports.formOf(require);
  if (decided === 'default') return 'default';
  const [step] = form.kind === 'expression' ? form.path : [];
  return decided === 'named' && step !== undefined ? step.key : null;
}
