import type { Layout, ModuleFacts, TopBinding } from '../../checker/facts.ts';

/**
 * The facts of a module that linking reads. The rest is for rewriting its own text, so whoever plans its neighbours can
 * do without it.
 */
export interface LinkFacts
  extends Omit<ModuleFacts, 'layout' | 'names' | 'requireAliases' | 'interopHelpers' | 'compilerHelpers'> {
  readonly layout: Pick<Layout, 'useStrict'>;
  readonly names: { readonly top: Readonly<Record<string, LinkedBinding>> };
}

type LinkedBinding = Pick<TopBinding, 'kind' | 'writes'>;
