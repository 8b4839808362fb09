/** The default shape: the value of `module.exports` is the default export, and mentions of it its holder. */
import type { Chain } from '../../checker/facts.ts';
import { statement } from '../create-require.ts';
import type { Imports } from '../imports/imports.ts';
import { requireOf } from '../named/plan.ts';
import { importedName } from '../named/reexport.ts';
import { type ExportedName, printExportAll, printExportList } from '../print.ts';
import type { Rewriting } from '../rewriting.ts';
import { writeAliases } from './aliases.ts';
import { addDefault, writeDefaultChain } from './chains.ts';
import { type Holders, mentionsToReplace, planHolders } from './holders.ts';
import { literalNames, writeLiteralNames } from './literal.ts';
import { needsHolder, writeViews } from './views.ts';

export interface DefaultPlan {
  readonly holders: Holders;
  /** `module.exports = require('./m')` alone: the chain and the require. */
  readonly reexport: { readonly chain: Chain; readonly require: number } | null;
}

export function planDefault(rewriting: Rewriting, imports: Imports): DefaultPlan {
  const { decision } = rewriting;
  const literals = literalNames(rewriting);
  const named = needsHolder(rewriting) || literals.some(({ local }) => local === null);
  const reexport = decision.snapshotNames.length > 0 ? null : planReexport(rewriting, imports);
  const holders = planHolders(rewriting, named && reexport === null);
  if (reexport === null) return { holders, reexport };
  // Something else needs a name, so that a re-export alone does not do.
  if (holders.size > 0) {
    const last = rewriting.facts.exports.versions.length - 1;
    const complete = !named || holders.has(last) ? holders : planHolders(rewriting, named);
    return { holders: complete, reexport: null };
  }
  imports.claimStatement(reexport.require, reexport.chain.statement);
  return { holders, reexport };
}

function planReexport(rewriting: Rewriting, imports: Imports): DefaultPlan['reexport'] {
  const { versions, chains } = rewriting.facts.exports;
  const index = versions.at(-1)?.chain ?? null;
  const chain = index === null ? undefined : chains[index];
  if (chain === undefined || chain.declarator !== null) return null;
  if (chain.targets.some(({ kind }) => kind === 'other' || kind === 'key')) return null;
  const require = requireOf(rewriting, chain.value);
  if (require === null || !imports.isWhole(require) || imports.sourceOf(require).json) return null;
  const form = imports.formOf(require);
  return form === 'namespace' && rewriting.decision.shape === 'default' ? null : { chain, require };
}

export function writeDefault(
  rewriting: Rewriting,
  imports: Imports,
  { holders, reexport }: DefaultPlan,
): void {
  const { facts, slots, style } = rewriting;
  for (const [version, holder] of holders) {
    if (holder.kind === 'object') {
      slots.addDeclaration(statement(style, `const ${holder.name} = {}`), 'exports-object');
      if (version === facts.exports.versions.length - 1) addDefault(rewriting, holder);
    }
  }
  writeMentions(rewriting, holders);
  for (const [index, chain] of facts.exports.chains.entries()) {
    if (chain === reexport?.chain) writeDefaultReexport(rewriting, imports, reexport);
    else if (isOfExports(chain)) writeDefaultChain(rewriting, chain, index, holders);
  }
  const last = holders.get(facts.exports.versions.length - 1);
  writeLiteralNames(rewriting, last?.name ?? null);
  if (last !== undefined) writeViews(rewriting, last.name);
}

/** Chains of nothing but keys of the object are only mentions of it. */
const isOfExports = ({ targets, value }: Chain): boolean =>
  value.kind === 'version' || targets.some(({ kind }) => kind === 'module.exports' || kind === 'variable');

function writeMentions(rewriting: Rewriting, holders: Holders): void {
  const { facts, edits, text } = rewriting;
  writeAliases(rewriting, (version) => holders.get(version)?.name as string);
  for (const { use } of facts.exports.mentions) {
    if (use.kind === 'nothing') edits.removeStatement(use.statement, 'exports-alias');
  }
  const mentions = mentionsToReplace(rewriting);
  for (const [version, { name }] of holders) {
    for (const { range } of mentions.get(version) ?? []) {
      if (text.slice(range) !== name) edits.replace(range, name, 'exports-object');
    }
  }
}

/** `module.exports = require('./m');` -> `export { default } from './m.js';` */
function writeDefaultReexport(
  { facts, edits, decision, style: own }: Rewriting,
  imports: Imports,
  { chain, require }: NonNullable<DefaultPlan['reexport']>,
): void {
  const { from, quote } = imports.sourceOf(require);
  const style = { ...own, quote };
  const fact = facts.requires[require];
  const local = fact === undefined ? null : importedName(imports, fact, require);
  const names: ExportedName[] = local === null ? [] : [{ local, exported: 'default' }];
  if (local !== null && decision.commonJsView === 'value') names.push({ local, exported: 'module.exports' });
  const text = decision.shape === 'named' ? printExportAll(style, from) : printExportList(style, names, from);
  edits.replace([chain.statement[0], chain.value.outer[1]], text.replace(/;$/, ''), 'export-default');
}
