/** From facts and a decision to edits. Nothing is parsed here: whatever has to be known is a fact. */
import type { ModuleFacts } from '../checker/facts.ts';
import { statement } from './create-require.ts';
import type { ModuleDecision } from './decision.ts';
import { planDefault, writeDefault } from './default/default.ts';
import { planVariables, writeVariables } from './default/variables.ts';
import type { Edit } from './edit.ts';
import { Imports } from './imports/imports.ts';
import { dropInteropHelpers, withoutHelpers } from './interop-helpers.ts';
import { dropLastReturn } from './last-return.ts';
import { dropAliases, writeNamed } from './named/named.ts';
import { planKeys } from './named/plan.ts';
import { writeAbsentNames, writeObjectView } from './named/views.ts';
import { type Rewriting, startRewriting } from './rewriting.ts';
import { writeRuntime } from './runtime/runtime.ts';
import { rewritePaths, rewriteSpecifiers } from './specifiers.ts';
import { writeTests } from './tests-of-exports.ts';
import { dropUseStrict } from './use-strict.ts';

export { applyEdits } from './edit.ts';

/**
 * @param source the text that `facts` were gathered from
 * @returns the edits in source order, none overlapping another; empty where nothing is to be done
 * @throws Error where facts and decision contradict each other, such as a named shape whose exports escape: that is a
 *   fault of ours, never of the file, and nothing may be written then
 */
export function rewrite(source: string, facts: ModuleFacts, decision: ModuleDecision): readonly Edit[] {
  const rewriting = startRewriting(source, withoutHelpers(facts, decision), decision);
  const imports = new Imports(rewriting);
  rewriteSpecifiers(rewriting);
  rewritePaths(rewriting);
  if (decision.action === 'keep') imports.run();
  else convert(rewriting, imports);
  return rewriting.edits.finish();
}

function convert(rewriting: Rewriting, imports: Imports): void {
  const writeExports = planExports(rewriting, imports);
  imports.run();
  writeExports();
  declareModule(rewriting);
  writeTests(rewriting);
  writeRuntime(rewriting);
  writeAbsentNames(rewriting);
  dropUseStrict(rewriting);
  dropLastReturn(rewriting);
  dropInteropHelpers(rewriting);
  const { facts, decision } = rewriting;
  for (const mend of [...facts.mends, ...(decision.mends ?? [])]) rewriting.edits.mend(mend);
  rewriting.slots.flush(rewriting.declarations);
  rewriting.declarations.flush();
}

/** `module = {}` */
function declareModule({ facts, slots, style }: Rewriting): void {
  if (facts.exports.holders.module) slots.addDeclaration(statement(style, 'let module'), 'runtime-feature');
}

/** Names are settled before the imports take theirs; the text follows once these are known. */
function planExports(rewriting: Rewriting, imports: Imports): () => void {
  const { decision, facts } = rewriting;
  const { cell, variable } = facts.exports.holders;
  const replaced = facts.exports.versions.length > 1;
  if (decision.shape === 'default' && (cell || variable)) {
    const variables = planVariables(rewriting);
    return () => writeVariables(rewriting, variables);
  }
  if (decision.shape === 'default' || replaced) {
    const plan = planDefault(rewriting, imports);
    return () => writeDefault(rewriting, imports, plan);
  }
  dropAliases(rewriting);
  const plans = planKeys(rewriting, imports);
  return () => {
    writeNamed(rewriting, imports, plans);
    if (decision.commonJsView === 'object') writeObjectView(rewriting, imports, plans.values());
  };
}
