/** Exports by getters: `__export(exports, { a: () => a, b: () => c });` -> `export` in front of `a`, `export { c as b };` */
import type { ExportedName } from '../print.ts';
import type { Rewriting } from '../rewriting.ts';
import { type ExportLists, exportableStatement } from './lists.ts';
import type { NamedPlan } from './plan.ts';

export function writeGetters(rewriting: Rewriting, lists: ExportLists, plans: NamedPlan): void {
  const { edits, facts } = rewriting;
  const { getters = [], gettersAt = null } = facts.exports.compiled ?? {};
  if (gettersAt === null) return;
  const listed: ExportedName[] = [];
  const carried = new Set<number>();
  for (const { key } of getters) {
    const plan = plans.get(key);
    if (plan?.kind !== 'alias' || plan.exported === null) continue;
    const name = { local: plan.local, exported: plan.exported };
    const statement = exportableStatement(rewriting, name);
    if (statement === null || carried.has(statement[0])) listed.push(name);
    else {
      carried.add(statement[0]);
      edits.insert(statement[0], 'export ', 'export-declaration');
    }
  }
  if (listed.length > 0) lists.replace(gettersAt, listed);
  else edits.removeStatement(gettersAt, 'exports-alias');
}
