/**
 * A `require` for what has to stay dynamic:
 *
 *     import { createRequire } from 'node:module';
 *     const require = createRequire(import.meta.url);
 */
import { printImport } from './print.ts';
import type { Rewriting } from './rewriting.ts';

/** Declares `require` at the top of the module, once. */
export function provideRequire(rewriting: Rewriting): void {
  const { decision, names, provided, slots, style } = rewriting;
  if (provided.has('require')) return;
  provided.add('require');
  const local = names.fresh('createRequire');
  const from = builtin('module', decision.runtime.nodePrefix);
  slots.addImport(
    printImport(style, { from, named: [{ imported: 'createRequire', local }] }),
    'create-require',
  );
  slots.addDeclaration(statement(style, `const require = ${local}(import.meta.url)`), 'create-require');
}

export const builtin = (name: string, prefix: boolean): string => (prefix ? `node:${name}` : name);

export const statement = (style: { readonly semicolons: boolean }, text: string): string =>
  style.semicolons ? `${text};` : text;
