/** The import declarations that a file will have, in the order in which their modules were required. */
import type { DeclaratorFact, Range } from '../../checker/facts.ts';
import { type ImportedName, printImport } from '../print.ts';
import type { Rewriting } from '../rewriting.ts';

/** What is imported of a module: its default export, its namespace, or one export by name. */
export type Wanted =
  | { readonly kind: 'default' }
  | { readonly kind: 'namespace' }
  | { readonly kind: 'named'; readonly imported: string };

export interface Source {
  readonly from: string;
  readonly json: boolean;
  readonly quote: 'single' | 'double';
}

/** An import of our own, next to those that take the place of a `require` statement. */
interface Extra {
  readonly source: Source;
  default?: string;
  namespace?: string;
  readonly named: ImportedName[];
  readonly place: Place;
}

/** After the last statement that an import replaced; `declarator` where that was one of several. */
interface Place {
  readonly after: Range | null;
  readonly declarator: DeclaratorFact | null;
}

export class ImportRecords {
  private readonly rewriting: Rewriting;
  private readonly extras: Extra[] = [];
  private readonly locals = new Map<string, string>();
  private last: { readonly statement: Range; readonly declarator: DeclaratorFact | null } | null = null;

  constructor(rewriting: Rewriting) {
    this.rewriting = rewriting;
  }

  print(
    source: Source,
    names: { default?: string; namespace?: string; named?: readonly ImportedName[] },
  ): string {
    const style = { ...this.rewriting.style, quote: source.quote };
    return printImport(style, { ...names, from: source.from, json: source.json });
  }

  /** Notes an import that stands where its `require` stood. */
  placed(statement: Range, declarator: DeclaratorFact | null): void {
    this.last = { statement, declarator };
  }

  /** Notes a local name under which something is imported, for whoever needs the same again. */
  remember(source: Source, wanted: Wanted, local: string): void {
    const key = keyOf(source, wanted);
    if (!this.locals.has(key)) this.locals.set(key, local);
  }

  /** The name under which an expression at `site` can mention the import; a declaration is added where none is there. */
  localFor(source: Source, wanted: Wanted, wish: string, site: Range, statement: Range): string {
    const key = keyOf(source, wanted);
    const known = this.locals.get(key);
    if (known !== undefined && !this.rewriting.names.isCaptured(known, [site])) return known;
    const local = this.rewriting.names.fresh(wish);
    if (known === undefined) this.locals.set(key, local);
    this.add(source, wanted, local, site, statement);
    return local;
  }

  /** `import './m.js'` for a `require` that stands inside of another statement. */
  addSideEffect(source: Source, site: Range, statement: Range): void {
    this.extras.push({ source, named: [], place: this.placeFor(site, statement) });
  }

  private add(source: Source, wanted: Wanted, local: string, site: Range, statement: Range): void {
    const place = this.placeFor(site, statement);
    const open = this.extras.find((extra) => extra.source.from === source.from && !extra.namespace);
    if (wanted.kind === 'named') {
      const name = { imported: wanted.imported, local };
      if (open !== undefined) open.named.push(name);
      else this.extras.push({ source, named: [name], place });
    } else if (wanted.kind === 'default') {
      if (open !== undefined && open.default === undefined) open.default = local;
      else this.extras.push({ source, default: local, named: [], place });
    } else {
      this.extras.push({ source, namespace: local, named: [], place });
    }
  }

  /** Imports run in the order in which they stand, so each goes after all that were required before it. */
  private placeFor(site: Range, statement: Range): Place {
    const { last } = this;
    if (last === null) return { after: null, declarator: null };
    const { declarator } = last;
    if (last.statement[0] !== statement[0] || declarator === null)
      return { after: last.statement, declarator: null };
    const index = declarator.siblings.findIndex(([start, end]) => start <= site[0] && site[1] <= end);
    return { after: last.statement, declarator: { ...declarator, index } };
  }

  flush(): void {
    const { slots, declarations } = this.rewriting;
    for (const extra of this.extras) {
      const text = this.print(extra.source, extra);
      if (extra.place.declarator !== null) {
        declarations.addBefore(extra.place.declarator, text, 'import-declaration');
      } else if (extra.place.after !== null) {
        slots.addAfter(extra.place.after, text, 'import-declaration');
      } else {
        slots.addImport(text, 'import-declaration');
      }
    }
  }
}

const keyOf = ({ from }: Source, wanted: Wanted): string =>
  wanted.kind === 'named' ? `named ${wanted.imported} ${from}` : `${wanted.kind} ${from}`;
