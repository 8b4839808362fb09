/**
 * `export { a, b as c };` for assignments that only give a name to what is there already. Those that follow each
 * other become one list, unless comments stand between them; where each of their declarations can carry `export`
 * itself, the assignments go.
 */
import type { Range } from '../../checker/facts.ts';
import { type ExportedName, printExportList } from '../print.ts';
import type { Rewriting } from '../rewriting.ts';
import { topBinding } from '../stability.ts';

interface ListedStatement {
  readonly statement: Range;
  readonly names: readonly ExportedName[];
}

export class ExportLists {
  private readonly rewriting: Rewriting;
  private readonly listed: ListedStatement[] = [];
  private readonly following = new Map<number, ListedStatement>();

  constructor(rewriting: Rewriting) {
    this.rewriting = rewriting;
  }

  /** The statement is nothing but these exports. */
  replace(statement: Range, names: readonly ExportedName[]): void {
    this.listed.push({ statement, names });
  }

  /** The statement stays, these exports come after it. */
  addAfter(statement: Range, names: readonly ExportedName[]): void {
    const known = this.following.get(statement[0])?.names ?? [];
    if (names.length > 0) this.following.set(statement[0], { statement, names: [...known, ...names] });
  }

  flush(): void {
    for (const run of this.runs()) {
      const inline = run.map((listed) => this.inlineStatements(listed));
      if (inline.every((statements) => statements !== null)) this.inline(run, inline.flat());
      else this.write(run);
    }
    for (const { statement, names } of this.following.values()) {
      this.rewriting.slots.addAfter(statement, printExportList(this.rewriting.style, names), 'export-list');
    }
  }

  /** `function a() {}` -> `export function a() {}` */
  private inline(run: readonly ListedStatement[], declarations: readonly Range[]): void {
    const { edits } = this.rewriting;
    for (const [start] of declarations) edits.insert(start, 'export ', 'export-declaration');
    for (const { statement } of run) edits.removeStatement(statement, 'export-declaration');
  }

  private write(run: readonly ListedStatement[]): void {
    const { edits, style, text } = this.rewriting;
    const [first, last] = [run[0] as ListedStatement, run.at(-1) as ListedStatement];
    const list = printExportList(
      style,
      run.flatMap(({ names }) => names),
    );
    const semicolon = text.source[last.statement[1] - 1] === ';';
    const body = list.replace(/;$/, '') + (semicolon ? ';' : '');
    edits.replace([first.statement[0], last.statement[1]], body, 'export-list');
  }

  private runs(): readonly (readonly ListedStatement[])[] {
    const { text } = this.rewriting;
    const runs: ListedStatement[][] = [];
    for (const listed of this.listed.sort((a, b) => a.statement[0] - b.statement[0])) {
      const previous = runs.at(-1)?.at(-1);
      if (previous !== undefined && text.isBlank([previous.statement[1], listed.statement[0]])) {
        runs.at(-1)?.push(listed);
      } else {
        runs.push([listed]);
      }
    }
    return runs;
  }

  /** The declarations that can say it themselves; null where one cannot, or where a comment would lose its place. */
  private inlineStatements({ statement, names }: ListedStatement): readonly Range[] | null {
    if (this.hasComment(statement)) return null;
    const statements = names.map((name) => exportableStatement(this.rewriting, name));
    const distinct = new Set(statements.map((range) => range?.[0]));
    return distinct.size === names.length && statements.every((range) => range !== null) ? statements : null;
  }

  /** Inside, right above or behind the statement. */
  private hasComment(statement: Range): boolean {
    const { text } = this.rewriting;
    if (
      text.commentsIn(statement).length > 0 ||
      text.endOfLineOf(statement[1]) > text.skipSpaces(statement[1])
    )
      return true;
    const above = text.lineStart(statement[0]) - 1;
    return text.comments.some(
      ([, end]) => end === above || end === above - 1 || (end <= statement[0] && end > above),
    );
  }
}

/** The declaration of a name, if `export` can be put in front of it and it stays a declaration. */
export function exportableStatement({ facts, declarations }: Rewriting, name: ExportedName): Range | null {
  if (name.local !== name.exported) return null;
  const statement = topBinding(facts.names, name.local)?.statement ?? null;
  return statement === null || declarations.isSplitAt(statement) ? null : statement;
}
