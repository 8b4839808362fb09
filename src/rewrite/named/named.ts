/** The named shape: each key of the exports is a variable of the module, and `exports.a` is that variable. */
import type { Mention } from '../../checker/facts.ts';
import type { Imports } from '../imports/imports.ts';
import type { Rewriting } from '../rewriting.ts';
import { declareEmpty, writeChain } from './chains.ts';
import { ExportLists } from './lists.ts';
import type { KeyPlan } from './plan.ts';

export type NamedPlan = ReadonlyMap<string, KeyPlan>;

export function dropAliases({ facts, declarations }: Rewriting): void {
  for (const { declarator, name, pattern } of facts.exports.aliases) {
    if (declarator === null) continue;
    if (pattern && declarator.siblings.length === 0) throw new Error(`the alias ${name} shares its pattern`);
    declarations.drop(declarator);
  }
}

export function writeNamed(rewriting: Rewriting, imports: Imports, plans: NamedPlan): void {
  const { facts } = rewriting;
  const lists = new ExportLists(rewriting);
  for (const plan of plans.values()) {
    if (plan.kind === 'own' && plan.chain === null) declareEmpty(rewriting, plan);
  }
  const dropped = new Set(facts.exports.aliases.map(({ declarator }) => declarator?.range[0]));
  for (const [index, chain] of facts.exports.chains.entries()) {
    const isAlias = chain.value.kind === 'version' && dropped.has(chain.declarator?.range[0]);
    if (!isAlias || chain.declarator === null) writeChain({ rewriting, imports, lists }, chain, index, plans);
  }
  for (const mention of facts.exports.mentions) writeMention(rewriting, mention, plans);
  lists.flush();
}

function writeMention({ edits }: Rewriting, { use, range }: Mention, plans: NamedPlan): void {
  switch (use.kind) {
    case 'read':
    case 'call':
      edits.replace(use.member, localOf(plans, use.key), 'export-read');
      return;
    case 'write':
      if (use.write.chain === null) edits.replace(use.member, localOf(plans, use.key), 'export-write');
      return;
    case 'nothing':
      edits.removeStatement(use.statement, 'exports-alias');
      return;
    case 'escape':
      throw new Error(`the exports object escapes at ${range[0]}: it ${use.how}`);
    default:
  }
}

/** The variable of a key; a key that nothing writes is `undefined`. */
function localOf(plans: NamedPlan, key: string): string {
  const plan = plans.get(key);
  if (plan === undefined) return 'undefined';
  if (plan.kind === 'own' || plan.kind === 'alias') return plan.local;
  throw new Error(`${key} is read but has no variable`);
}
