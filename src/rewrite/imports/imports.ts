/** Requires to imports, each as decided. */
import type { Range, RequireFact } from '../../checker/facts.ts';
import type { RequireDecision } from '../decision.ts';
import { isInReplacedCall } from '../replaced-calls.ts';
import type { Rewriting } from '../rewriting.ts';
import { withShorthand } from '../shorthand.ts';
import { awaitImport } from './await-import.ts';
import { importDeclarator } from './declarator.ts';
import { importExpression } from './expression.ts';
import type { Importing } from './importing.ts';
import { keepRequire } from './keep-require.ts';
import { ImportRecords, type Source } from './record.ts';

export class Imports {
  private readonly rewriting: Rewriting;
  private readonly records: ImportRecords;
  /** Requires whose statement the exports replace by themselves, with their text. */
  private readonly claimed = new Map<
    number,
    { readonly statement: Range; readonly becomesImport: boolean }
  >();
  private readonly locals = new Map<number, string>();

  constructor(rewriting: Rewriting) {
    this.rewriting = rewriting;
    this.records = new ImportRecords(rewriting);
  }

  /** Whether one imported name can be exported for the whole expression: `require('./m')`, or `require('./m').a` by name. */
  isWhole(index: number): boolean {
    const { form } = this.rewriting.facts.requires[index] as RequireFact;
    const steps = form.kind === 'expression' ? form.path.length : 0;
    const { form: decided, live } = this.rewriting.decision.requires[index] as RequireDecision;
    return decided === 'named'
      ? steps <= 1 && !live
      : (decided === 'default' || decided === 'namespace') && steps === 0;
  }

  /** Where its import comes from. */
  sourceOf(index: number): Source {
    return sourceOf(this.rewriting, index);
  }

  formOf(index: number): RequireDecision['form'] {
    return (this.rewriting.decision.requires[index] as RequireDecision).form;
  }

  /** The whole statement becomes `export ... from`, which loads the module at its place like an import. */
  claimStatement(index: number, statement: Range): void {
    this.claimed.set(index, { statement, becomesImport: true });
  }

  /** The value will be mentioned by its local name only; the call disappears with the statement around it. */
  claimCall(index: number, statement: Range): void {
    this.claimed.set(index, { statement, becomesImport: false });
  }

  /** After `run`: the local name of a claimed require. */
  localOf(index: number): string {
    const local = this.locals.get(index);
    if (local === undefined) throw new Error(`require ${index} has no local name`);
    return local;
  }

  run(): void {
    const { facts, decision } = this.rewriting;
    for (const [index, fact] of facts.requires.entries()) {
      if (isInReplacedCall(this.rewriting, fact.call)) continue;
      const claim = this.claimed.get(index);
      if (claim?.becomesImport) {
        this.records.placed(claim.statement, null);
        continue;
      }
      const importing: Importing = {
        rewriting: this.rewriting,
        records: this.records,
        fact,
        decision: decision.requires[index] as RequireDecision,
        source: sourceOf(this.rewriting, index),
      };
      if (claim !== undefined) this.locals.set(index, importExpression(importing).local);
      else carryOut(importing);
    }
    this.records.flush();
  }
}

function carryOut(importing: Importing): void {
  const { form } = importing.decision;
  if (form === 'keep' || form === 'create-require') keepRequire(importing);
  else if (form === 'await-import') awaitImport(importing);
  else if (importing.fact.form.kind === 'side-effect') importSideEffect(importing);
  else if (importing.fact.form.kind === 'declarator') importDeclarator(importing, importing.fact.form);
  else replaceExpression(importing);
}

function replaceExpression(importing: Importing): void {
  const { text, edits } = importing.rewriting;
  const { replaced, local } = importExpression(importing);
  edits.replace(withShorthand(text, replaced, local), local, 'import-use');
}

/** `require('./m');` -> `import './m.js';` */
function importSideEffect({ rewriting, records, fact, source }: Importing): void {
  const { edits, names, slots, text } = rewriting;
  const wholeStatement = fact.placement === 'top' && text.isBlank([fact.statement[0], fact.call[0]]);
  if (!wholeStatement) {
    records.addSideEffect(source, fact.call, fact.statement);
    edits.replace(fact.call, names.undefinedAt(fact.call), 'import-use');
    return;
  }
  const declaration = records.print(source, {}).replace(/;$/, '');
  edits.replace([fact.statement[0], fact.call[1]], declaration, 'import-declaration');
  slots.markImporting(fact.statement);
  records.placed(fact.statement, null);
}

function sourceOf({ facts, decision, source, style }: Rewriting, index: number): Source {
  const fact = facts.requires[index] as RequireFact;
  const { specifier, json } = decision.requires[index] as RequireDecision;
  const quote = source[fact.argument[0]];
  return {
    from: specifier ?? fact.specifier ?? '',
    json,
    quote: quote === "'" ? 'single' : quote === '"' ? 'double' : style.quote,
  };
}
