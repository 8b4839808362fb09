/**
 * Variable declarations of which some declarators become something else:
 *
 *     var fs = require('fs'),      // files          import fs from 'fs';      // files
 *         self = exports,                      ->    var limit = 10;
 *         limit = 10;
 *
 * What remains keeps its kind, its comments and its order.
 */
import type { DeclaratorFact, Range } from '../checker/facts.ts';
import type { EditReason } from './edit.ts';
import type { EditList } from './edit-list.ts';
import type { Style } from './print.ts';

type Role =
  | { readonly kind: 'keep' }
  | { readonly kind: 'drop' }
  /** Becomes a statement of its own, given without its semicolon. */
  | { readonly kind: 'statement'; readonly text: string; readonly reason: EditReason };

interface Declaration {
  readonly fact: DeclaratorFact;
  readonly roles: Map<number, Role>;
  readonly before: Map<number, { readonly text: string; readonly reason: EditReason }[]>;
}

const keep: Role = { kind: 'keep' };

export class Declarations {
  private readonly edits: EditList;
  private readonly style: Style;
  private readonly declarations = new Map<number, Declaration>();

  constructor(edits: EditList, style: Style) {
    this.edits = edits;
    this.style = style;
  }

  drop(declarator: DeclaratorFact): void {
    this.of(declarator).roles.set(declarator.index, { kind: 'drop' });
  }

  toStatement(declarator: DeclaratorFact, text: string, reason: EditReason): void {
    this.of(declarator).roles.set(declarator.index, {
      kind: 'statement',
      text: text.replace(/;$/, ''),
      reason,
    });
  }

  /** A statement in front of the declaration, or of the part of it that starts with this declarator. */
  addBefore(declarator: DeclaratorFact, text: string, reason: EditReason): void {
    const { before } = this.of(declarator);
    before.set(declarator.index, [...(before.get(declarator.index) ?? []), { text, reason }]);
  }

  /** Whether any declarator of the declaration ceases to be one. */
  isSplitAt(declaration: Range): boolean {
    const roles = this.declarations.get(declaration[0])?.roles.values() ?? [];
    return [...roles].some((role) => role.kind !== 'keep');
  }

  /** Whether nothing but statements that replace its declarators is left of the declaration. */
  isReplaced(declarator: DeclaratorFact): boolean {
    const roles = this.declarations.get(declarator.declaration[0])?.roles;
    return declarator.siblings.every((_, index) => (roles?.get(index) ?? keep).kind === 'statement');
  }

  /** Where imports open a declaration: the first declarator behind them that remains one. */
  firstKept(declaration: Range): DeclaratorFact | null {
    const known = this.declarations.get(declaration[0]);
    const index =
      known?.fact.siblings.findIndex((_, at) => (known.roles.get(at) ?? keep).kind === 'keep') ?? -1;
    return known !== undefined && index > 0 ? { ...known.fact, index } : null;
  }

  flush(): void {
    for (const declaration of this.declarations.values()) this.write(declaration);
    this.declarations.clear();
  }

  private of(declarator: DeclaratorFact): Declaration {
    const key = declarator.declaration[0];
    const known = this.declarations.get(key);
    if (known !== undefined) return known;
    const fresh: Declaration = { fact: declarator, roles: new Map(), before: new Map() };
    this.declarations.set(key, fresh);
    return fresh;
  }

  private write(declaration: Declaration): void {
    const { fact, roles } = declaration;
    const remaining = fact.siblings.flatMap((range, index) => {
      const role = roles.get(index) ?? keep;
      return role.kind === 'drop' ? [] : [{ range, index, role }];
    });
    const [first] = remaining;
    const last = remaining.at(-1);
    if (first === undefined || last === undefined) {
      this.edits.removeStatement(fact.declaration, 'exports-alias');
      return;
    }
    this.writeHead(declaration, first);
    for (let index = 1; index < remaining.length; index++) {
      this.writeBoundary(declaration, remaining[index - 1] as Part, remaining[index] as Part);
    }
    const end = (fact.siblings.at(-1) as Range)[1];
    if (last.range[1] < end) this.edits.remove([last.range[1], end], 'exports-alias');
  }

  private writeHead(declaration: Declaration, first: Part): void {
    const { declaration: whole, siblings } = declaration.fact;
    for (const line of this.linesBefore(declaration, first)) {
      this.edits.insert(whole[0], this.closed(line.text) + this.style.lineEnd, line.reason, 'before');
    }
    const start = (siblings[0] as Range)[0];
    if (first.role.kind === 'statement') {
      this.edits.replace([whole[0], first.range[1]], first.role.text, first.role.reason);
    } else if (start < first.range[0]) {
      this.edits.remove([start, first.range[0]], 'exports-alias');
    }
  }

  private writeBoundary(declaration: Declaration, left: Part, right: Part): void {
    const bothKept = left.role.kind === 'keep' && right.role.kind === 'keep';
    const { siblings, kind } = declaration.fact;
    if (bothKept) {
      const next = (siblings[left.index + 1] as Range)[0];
      if (next < right.range[0]) this.edits.remove([next, right.range[0]], 'exports-alias');
      return;
    }
    const region: Range = [left.range[1], right.range[0]];
    const reason =
      right.role.kind === 'statement' ? right.role.reason : (left.role as { reason: EditReason }).reason;
    const lines = this.linesBefore(declaration, right).map(
      (line) => this.closed(line.text) + this.style.lineEnd,
    );
    const head = right.role.kind === 'keep' ? `${kind} ` : '';
    const [end, comments] = this.statementEnd(region);
    this.edits.rebuild(region, end + lines.join('') + comments + head, reason);
    if (right.role.kind === 'statement') this.edits.replace(right.range, right.role.text, right.role.reason);
  }

  /** `,  // files` + line break + indent -> `;  // files` + line break, and the comments on lines of their own. */
  private statementEnd(region: Range): readonly [end: string, comments: string] {
    const { text } = this.edits;
    const { lineEnd } = this.style;
    const lines = [this.style.semicolons ? ';' : ''];
    let at = region[0];
    for (const comment of text.commentsIn(region)) {
      const gap = text.slice([at, comment[0]]);
      if (text.hasBreak([at, comment[0]])) lines.push(text.slice(comment));
      else lines.push(lines.pop() + (/[^\S,]+$/.exec(gap)?.[0] ?? ' ') + text.slice(comment));
      at = comment[1];
    }
    const blank = /(?:\r\n|\n|\r(?!\n))[^\S\n\r]*[\n\r]/.test(text.slice([at, region[1]])) ? lineEnd : '';
    const [first, ...others] = lines;
    return [`${first}${lineEnd}`, others.map((line) => line + lineEnd).join('') + blank];
  }

  /** What goes in front of the statement that starts with this part. */
  private linesBefore(declaration: Declaration, part: Part) {
    const { before, roles, fact } = declaration;
    const lines = [];
    for (let index = part.index; index < fact.siblings.length; index++) {
      const kind = (roles.get(index) ?? keep).kind;
      if (index > part.index && (part.role.kind === 'statement' || kind === 'statement')) break;
      lines.push(...(before.get(index) ?? []));
    }
    // Imports first: what is declared beside them may need them.
    const imports = lines.filter(({ reason }) => reason === 'import-declaration');
    return [...imports, ...lines.filter((line) => !imports.includes(line))];
  }

  private closed(text: string): string {
    return this.style.semicolons && !text.endsWith(';') ? `${text};` : text;
  }
}

interface Part {
  readonly range: Range;
  readonly index: number;
  readonly role: Role;
}
