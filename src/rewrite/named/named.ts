/** The named shape: each key of the exports is a variable of the module, and `exports.a` is that variable. */
import type { Alias, Mention, Range } from '../../checker/facts.ts';
import { statement } from '../create-require.ts';
import type { EditReason } from '../edit.ts';
import type { Imports } from '../imports/imports.ts';
import type { Rewriting } from '../rewriting.ts';
import { withShorthand } from '../shorthand.ts';
import { topBinding } from '../stability.ts';
import { declareEmpty, writeChain } from './chains.ts';
import { writeGetters } from './getters.ts';
import { ExportLists } from './lists.ts';
import type { NamedPlan } from './plan.ts';

/** `const self = exports;`, `self = exports;` and the parameter of `(function (self) {})(exports)` go. */
export function dropAliases(rewriting: Rewriting): void {
  const { facts, declarations, edits } = rewriting;
  dropEmptyDeclaration(rewriting);
  const chained = new Set(facts.exports.chains.map(({ statement }) => statement[0]));
  const commas = new Set<number>();
  for (const { declarator, parameter, assignment } of inOrder(facts.exports.aliases)) {
    if (declarator !== null) declarations.drop(declarator);
    if (parameter !== null) dropParameter(rewriting, parameter, commas);
    const statement = facts.layout.statements.find(([start]) => start === assignment?.[0]);
    if (statement !== undefined && !chained.has(statement[0]))
      edits.removeStatement(statement, 'exports-alias');
  }
}

/** Parameters as they stand, each after those before it. */
function inOrder(aliases: readonly Alias[]): readonly Alias[] {
  return aliases.toSorted((a, b) => (a.parameter?.range[0] ?? 0) - (b.parameter?.range[0] ?? 0));
}

/** `var exports;` without a value leaves the exports what they are, and nothing reads the variable any more. */
function dropEmptyDeclaration({ facts, edits }: Rewriting): void {
  const declared = topBinding(facts.names, 'exports');
  if (declared?.kind !== 'var' || declared.initialised !== null || declared.writes.length > 0) return;
  if (declared.statement !== null && !facts.exports.holders.variable)
    edits.removeStatement(declared.statement, 'exports-alias');
}

/**
 * Both or neither: the others must keep their places. Each takes one comma along, the one before it if that is still
 * there.
 */
function dropParameter(
  { edits, text }: Rewriting,
  { range, argument }: AliasParameter,
  commas: Set<number>,
): void {
  for (const item of [range, argument]) {
    const before = text.previousTokenEnd(item[0]) - 1;
    const after = text.nextToken(item[1]);
    if (isComma(before)) drop(before, [before, item[1]]);
    else if (isComma(after)) drop(after, [item[0], text.nextToken(after + 1)]);
    else edits.remove(item, 'exports-alias');
  }

  function isComma(at: number): boolean {
    return text.source[at] === ',' && !commas.has(at);
  }

  function drop(comma: number, whole: Range): void {
    commas.add(comma);
    edits.remove(whole, 'exports-alias');
  }
}

type AliasParameter = NonNullable<Alias['parameter']>;

export function writeNamed(rewriting: Rewriting, imports: Imports, plans: NamedPlan): void {
  const { facts } = rewriting;
  const lists = new ExportLists(rewriting);
  const { names, slots, style } = rewriting;
  if (facts.exports.holders.variable && !names.isTop('exports')) {
    // `exports = {}`: what it holds then is no business of importers, but of whatever reads it here.
    slots.addDeclaration(statement(style, `let ${names.ofExports([])}`), 'exports-object');
  }
  for (const plan of plans.values()) {
    if (plan.kind === 'own' && plan.chain === null) declareEmpty(rewriting, plan);
  }
  const dropped = new Set(facts.exports.aliases.map(({ declarator }) => declarator?.range[0]));
  const compiled = dropCompiled(rewriting);
  writeGetters(rewriting, lists, plans);
  for (const [index, chain] of facts.exports.chains.entries()) {
    if (compiled.has(chain.statement[0])) continue;
    const isAlias = chain.value.kind === 'version' && dropped.has(chain.declarator?.range[0]);
    if (!isAlias || chain.declarator === null) writeChain({ rewriting, imports, lists }, chain, index, plans);
  }
  for (const mention of facts.exports.mentions) writeMention(rewriting, mention, plans);
  lists.flush();
}

/** The marker of a compiler and the exports set in advance: both are what an ES module has anyway. */
function dropCompiled({ facts, edits }: Rewriting): ReadonlySet<number> {
  const { compiled, mentions } = facts.exports;
  const statements = mentions.flatMap(({ use }) => (use.kind === 'compiled' ? [use.statement] : []));
  const dropped = new Set(compiled?.gettersAt?.slice(0, 1));
  for (const statement of [...statements, ...(compiled?.statements ?? [])]) {
    if (dropped.has(statement[0])) continue;
    dropped.add(statement[0]);
    edits.removeStatement(statement, 'exports-alias');
  }
  return dropped;
}

function writeMention(rewriting: Rewriting, mention: Mention, plans: NamedPlan): void {
  const { edits, text, facts } = rewriting;
  const { use, range, version, through } = mention;
  if (version === -1 && through === 'variable' && facts.exports.holders.variable) return;
  switch (use.kind) {
    case 'read':
    case 'call':
      rename(rewriting, use.member, localOf(rewriting, plans, use), 'export-read');
      return;
    case 'write':
      if (use.write.chain === null)
        rename(rewriting, use.member, localOf(rewriting, plans, use), 'export-write');
      return;
    case 'nothing':
      edits.removeStatement(use.statement, 'exports-alias');
      return;
    case 'compiled':
      return;
    case 'argument':
      // The function's own `this` is resolved; at the top level of a module `this` is undefined.
      if (use.alias === null && text.slice(range) !== 'this')
        edits.replace(range, rewriting.names.undefinedAt(range), 'exports-alias');
      return;
    case 'escape':
      throw new Error(`the exports object escapes at ${range[0]} in ${facts.path}: it ${use.how}`);
    default:
  }
}

function rename({ edits, text }: Rewriting, member: Range, name: string, reason: EditReason): void {
  edits.replace(withShorthand(text, member, name), name, reason);
}

/** The variable of a key; a key that nothing writes is `undefined`. */
function localOf(
  { names }: Rewriting,
  plans: NamedPlan,
  { key, member }: { readonly key: string; readonly member: Range },
): string {
  const plan = plans.get(key);
  if (plan === undefined) return names.undefinedAt(member);
  if (plan.kind === 'own' || plan.kind === 'alias') return plan.local;
  throw new Error(`${key} is read but has no variable`);
}
