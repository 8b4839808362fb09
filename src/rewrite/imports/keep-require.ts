/** A call of `require` that stays: only its specifier may change, and `createRequire` provides the function. */
import { provideRequire } from '../create-require.ts';
import { editSpecifier } from '../specifiers.ts';
import type { Importing } from './importing.ts';

export function keepRequire({ rewriting, fact, decision }: Importing): void {
  const { edits } = rewriting;
  editSpecifier(rewriting, fact.argument, fact.specifier, decision.specifier);
  if (decision.form === 'keep') return;
  if (fact.via === 'require' || fact.via === 'module.require') provideRequire(rewriting);
  if (fact.via === 'module.require')
    edits.replace([fact.call[0], fact.argument[0]], 'require(', 'create-require');
}
