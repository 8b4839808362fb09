import type { Scope } from '../../syntax/scope.ts';
import type { ScanContext } from '../context.ts';
import type { Mend, Range } from '../facts.ts';
import { type Finding, makeFinding } from '../finding.ts';
import { rangeOf } from '../nodes.ts';
import { scopesOf } from './free-names.ts';
import type { StrictReport } from './row.ts';

/** Gathers what the rows of the table say about one file. */
export class Report implements StrictReport {
  readonly mends: Mend[] = [];
  readonly findings: Finding[] = [];
  readonly #scan: ScanContext;
  readonly #reported = new Set<string>();
  #names: Set<string> | null = null;

  constructor(scan: ScanContext) {
    this.#scan = scan;
  }

  mend(...[code, range, text, within = range]: Parameters<StrictReport['mend']>): void {
    if (!this.#isFirst(code, range, within)) return;
    if (!this.mends.some((mend) => mend.code === code)) this.#note(code, range, {}, []);
    this.mends.push({ code, range, text, within });
  }

  refuse(...[code, node, args, related]: Parameters<StrictReport['refuse']>): void {
    const range = rangeOf(node);
    if (this.#isFirst(code, range)) this.#note(code, range, args ?? {}, related ?? []);
  }

  #note(code: Finding['code'], range: Range, args: Finding['args'], related: Finding['related']): void {
    this.findings.push(makeFinding(code, { range, args, related }));
  }

  fresh(base: string): string {
    this.#names ??= namesIn(this.#scan);
    let name = base;
    for (let number = 1; this.#names.has(name); number++) name = `${base}_${number}`;
    this.#names.add(name);
    return name;
  }

  #isFirst(code: string, ...ranges: readonly Range[]): boolean {
    const key = [code, ...ranges.flat()].join(' ');
    const isFirst = !this.#reported.has(key);
    this.#reported.add(key);
    return isFirst;
  }
}

function namesIn(scan: ScanContext): Set<string> {
  const names = new Set(scan.scopes.free.keys());
  for (const scope of scopesOf(scan) as Iterable<Scope>)
    for (const name of scope.bindings.keys()) names.add(name);
  return names;
}
