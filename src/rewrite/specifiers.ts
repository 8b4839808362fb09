/** Specifiers of files that were renamed, in declarations and calls that stay as they are. */
import type { EsmImport, Range } from '../checker/facts.ts';
import type { Rewriting } from './rewriting.ts';

/** Replaces what stands between the author's quotes. */
export function editSpecifier(
  { edits, source }: Rewriting,
  argument: Range,
  before: string | null,
  after: string | null,
): void {
  if (before === null || after === null || before === after) return;
  const quote = source[argument[0]] as string;
  const escaped = JSON.stringify(after).slice(1, -1).replace(/\\"/g, '"').replaceAll(quote, `\\${quote}`);
  edits.replace([argument[0] + 1, argument[1] - 1], escaped, 'specifier');
}

/** Strings that name a renamed file: their end follows it. */
export function rewritePaths({ edits, decision }: Rewriting): void {
  for (const { range, text } of decision.paths ?? []) {
    if (range[0] === range[1]) edits.insert(range[0], text, 'specifier');
    else edits.replace(range, text, 'specifier');
  }
}

/** `import`, `export ... from` and `import()` with a new specifier. */
export function rewriteSpecifiers(rewriting: Rewriting): void {
  const { esm } = rewriting.facts;
  const seen = new Set<number>();
  for (const { argument, specifier } of [
    ...esm.imports,
    ...esm.stars,
    ...esm.dynamicImports,
  ] as EsmImport[]) {
    const after = rewriting.decision.specifiers[argument[0]];
    if (after === undefined || seen.has(argument[0])) continue;
    seen.add(argument[0]);
    editSpecifier(rewriting, argument, specifier, after);
  }
}
