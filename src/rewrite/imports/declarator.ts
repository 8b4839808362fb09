/** `const m = require('./m')` and its kin, directly in the program body. */
import type { PatternProperty, Range, RequireForm, ValueUse, Write } from '../../checker/facts.ts';
import type { ImportedName } from '../print.ts';
import { nameAfterMends } from '../stability.ts';
import { importExpression } from './expression.ts';
import type { Importing } from './importing.ts';
import type { Wanted } from './record.ts';

type DeclaratorForm = RequireForm & { readonly kind: 'declarator' };

export function importDeclarator(importing: Importing, form: DeclaratorForm): void {
  const names = importedNames(importing, form);
  if (names === null) importValue(importing);
  else replaceDeclarator(importing, form, names);
}

/** The declarator becomes an import declaration. */
function replaceDeclarator(importing: Importing, form: DeclaratorForm, names: readonly Bound[]): void {
  const { rewriting, records, fact, source } = importing;
  const { declarator } = form;
  const whole = names.find(({ wanted }) => wanted.kind === 'default');
  const namespace = names.find(({ wanted }) => wanted.kind === 'namespace');
  const named = names.flatMap(({ wanted, local }): ImportedName[] =>
    wanted.kind === 'named' ? [{ imported: wanted.imported, local }] : [],
  );
  const text = records.print(source, {
    ...(whole && { default: whole.local }),
    ...(namespace && { namespace: namespace.local }),
    named,
  });
  rewriting.declarations.toStatement(declarator, text, 'import-declaration');
  if (rewriting.declarations.isReplaced(declarator)) rewriting.slots.markImporting(declarator.declaration);
  records.placed(fact.statement, declarator);
  for (const { wanted, local } of names) records.remember(source, wanted, local);
}

/** `const { a = 1 } = require('./m')` -> `const { a = 1 } = m`, with an import of `m` before it. */
function importValue(importing: Importing): void {
  const { local, replaced } = importExpression(importing);
  importing.rewriting.edits.replace(replaced, local, 'import-use');
}

interface Bound {
  readonly wanted: Wanted;
  readonly local: string;
}

/** What the declarator binds, where import declarations can bind the same; null where they cannot. */
function importedNames(importing: Importing, form: DeclaratorForm): readonly Bound[] | null {
  const { decision } = importing;
  const [step, deeper] = form.path;
  if (deeper !== undefined) return null;
  if (form.target.kind === 'name') {
    if (step !== undefined && decision.form !== 'named') return null;
    if (!isConstant(importing, form.declarator.range, form.target)) return null;
    return [{ wanted: wholeOrKey(decision.form, step?.key), local: localOf(importing, form.target.name) }];
  }
  const { properties } = form.target;
  if (decision.form !== 'named' || step !== undefined || properties === null) return null;
  const plain = properties.every(
    (property) =>
      isPlain(property) &&
      isConstant(importing, form.declarator.range, { ...property, name: property.local }),
  );
  if (!plain || properties.length === 0) return null;
  return properties.map(({ key, local }) => ({
    wanted: wholeOrKey('named', key),
    local: localOf(importing, local),
  }));
}

function localOf({ rewriting }: Importing, name: string): string {
  return nameAfterMends(rewriting.facts, name);
}

function wholeOrKey(form: string, key: string | undefined): Wanted {
  if (form === 'default' || key === 'default') return { kind: 'default' };
  return key === undefined ? { kind: 'namespace' } : { kind: 'named', imported: key };
}

const isPlain = ({ kind, defaulted }: PatternProperty): boolean => kind === 'property' && !defaulted;

interface BoundName {
  readonly name: string;
  readonly uses: readonly ValueUse[];
  readonly writes: readonly Write[];
}

/** An import binding is set once and before everything: the variable may not be seen otherwise. */
function isConstant({ rewriting }: Importing, declarator: Range, { name, uses, writes }: BoundName): boolean {
  const { top } = rewriting.facts.names;
  const binding = Object.hasOwn(top, name) ? top[name] : undefined;
  if (binding === undefined || binding.declarations > 1 || binding.writes.length > 0 || writes.length > 0)
    return false;
  return uses.every((use) => use.deferred || use.range[0] >= declarator[0]);
}
