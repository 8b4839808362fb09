/** The places where whole statements are added: in front of all code, beside a statement, at the end. */
import type { Range } from '../checker/facts.ts';
import type { Declarations } from './declarations.ts';
import type { EditReason } from './edit.ts';
import type { EditList } from './edit-list.ts';
import { type ExportedName, printExportList, type Style } from './print.ts';
import { mayContinue } from './text.ts';

/** After these no token can follow, whatever stands on the next line. */
const selfContained = /^\s*(?:import\b|export\s*[{*])/;

export class Slots {
  private readonly edits: EditList;
  private readonly style: Style;
  private readonly statements: readonly Range[];
  private readonly top: number;
  private readonly bottom: number;
  private readonly imports: Line[] = [];
  private readonly declarations: Line[] = [];
  private readonly exported: ExportedName[] = [];
  private readonly atEnd: Line[] = [];
  /** Statements that are nothing but imports after rewriting. */
  private readonly importing = new Set<number>();

  constructor(edits: EditList, style: Style, layout: SlotLayout) {
    this.edits = edits;
    this.style = style;
    this.statements = layout.statements;
    this.top = layout.top;
    this.bottom = layout.bottom;
  }

  /** An import in front of all others. */
  addImport(text: string, reason: EditReason): void {
    if (!this.imports.some((line) => line.text === text)) this.imports.push({ text, reason });
  }

  /** A declaration before the first statement that does something, after the imports that lead the file. */
  addDeclaration(text: string, reason: EditReason): void {
    this.declarations.push({ text, reason });
  }

  /** For what `addDeclaration` declared: one list after all of them. */
  addExportList(names: readonly ExportedName[]): void {
    this.exported.push(...names);
  }

  addAtEnd(text: string, reason: EditReason): void {
    this.atEnd.push({ text, reason });
  }

  markImporting(statement: Range): void {
    this.importing.add(statement[0]);
  }

  addBefore(statement: Range, text: string, reason: EditReason): void {
    this.edits.insert(
      statement[0],
      this.closed(text, statement[0]) + this.newLine(statement[0]),
      reason,
      'before',
    );
  }

  addAfter(statement: Range, text: string, reason: EditReason): void {
    const at = this.edits.text.endOfLineOf(statement[1]);
    const codeFollows = !this.atLineEnd(at);
    const line = this.newLine(statement[0]);
    this.edits.insert(at, `${line}${this.closed(text, at)}${codeFollows ? line : ''}`, reason, 'after');
  }

  flush(declarations: Declarations): void {
    if (this.exported.length > 0)
      this.addDeclaration(printExportList(this.style, this.exported), 'export-list');
    const { last, next } = this.opening();
    const kept = next === undefined ? null : declarations.firstKept(next);
    if (kept !== null) {
      for (const { text, reason } of this.declarations.splice(0)) declarations.addBefore(kept, text, reason);
    }
    // In a file without statements the top is the end as well.
    const ending = this.statements.length === 0 ? this.atEnd.splice(0) : [];
    if (last === null)
      this.flushTop([...this.imports, ...this.spaced(this.declarations), ...ending], kept === null);
    else this.flushTop(this.imports, false);
    if (last !== null && this.declarations.length > 0) this.flushAfter(last);
    this.flushEnd();
  }

  private flushTop(lines: readonly Line[], apart: boolean): void {
    const [first] = lines;
    if (first === undefined) return;
    const { text } = this.edits;
    const opensLine = text.isBlank([text.lineStart(this.top), this.top]);
    const code = lines.map((line) => this.closed(line.text, this.top) + this.style.lineEnd).join('');
    const tail = apart ? this.blankLineAt(this.top) : '';
    this.edits.insert(this.top, (opensLine ? '' : this.style.lineEnd) + code + tail, first.reason, 'before');
  }

  private flushAfter(imports: Range): void {
    const lines = this.declarations.map((line) => this.closed(line.text, imports[1]));
    const text = this.style.lineEnd + lines.join(this.style.lineEnd);
    this.addAfter(imports, text, (this.declarations[0] as Line).reason);
  }

  private flushEnd(): void {
    if (this.atEnd.length === 0) return;
    const lines = this.atEnd.map((line) => line.text);
    const last = this.statements.at(-1) ?? [this.bottom, this.bottom];
    const blank = this.statements.length > 1 ? this.style.lineEnd : '';
    this.addAfter(last, blank + lines.join(this.style.lineEnd), (this.atEnd[0] as Line).reason);
  }

  /** The last statement of the run of imports that opens the file, and the statement behind it. */
  private opening(): { readonly last: Range | null; readonly next: Range | undefined } {
    const count = this.statements.findIndex(([start]) => !this.importing.has(start));
    const end = count === -1 ? this.statements.length : count;
    return { last: this.statements[end - 1] ?? null, next: this.statements[end] };
  }

  private spaced(lines: readonly Line[]): readonly Line[] {
    const [first, ...rest] = lines;
    if (first === undefined || this.imports.length === 0) return lines;
    return [{ ...first, text: this.style.lineEnd + first.text }, ...rest];
  }

  private blankLineAt(offset: number): string {
    return this.edits.text.isBreak(this.edits.text.skipSpaces(offset)) ? '' : this.style.lineEnd;
  }

  private atLineEnd(offset: number): boolean {
    const at = this.edits.text.skipSpaces(offset);
    return at >= this.edits.text.source.length || this.edits.text.isBreak(at);
  }

  private newLine(near: number): string {
    const { text } = this.edits;
    const start = text.lineStart(near);
    return this.style.lineEnd + text.source.slice(start, text.skipSpaces(start));
  }

  /** With a semicolon where the author leaves them out but the next statement would need it. */
  private closed(line: string, next: number): string {
    if (line.endsWith(';') || selfContained.test(line)) return line;
    const follows = this.edits.text.nextToken(next);
    return mayContinue(this.edits.text.source.slice(follows, follows + 1)) ? `${line};` : line;
  }
}

interface Line {
  readonly text: string;
  readonly reason: EditReason;
}

interface SlotLayout {
  readonly statements: readonly Range[];
  readonly top: number;
  readonly bottom: number;
}
