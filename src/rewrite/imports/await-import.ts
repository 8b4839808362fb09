/** `const x = require('./x')` -> `const x = (await import('./x.js')).default`, at the same place. */
import { quoted } from '../print.ts';
import type { Importing } from './importing.ts';

export function awaitImport({ rewriting, fact, decision, source }: Importing): void {
  const options = source.json ? ", { with: { type: 'json' } }" : '';
  const loaded = `await import(${quoted(source, source.from)}${options})`;
  if (fact.form.kind === 'side-effect') {
    rewriting.edits.replace(fact.call, loaded, 'import-use');
    return;
  }
  const value = decision.awaited === 'namespace' ? `(${loaded})` : `(${loaded}).default`;
  const opensStatement = rewriting.facts.layout.statements.some(([start]) => start === fact.call[0]);
  rewriting.edits.replace(fact.call, opensStatement ? `;${value}` : value, 'import-use');
}
