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

/** That rest: together with what linking reads, these are the facts of the module. */
export type OwnFacts = Pick<
  ModuleFacts,
  'layout' | 'names' | 'requireAliases' | 'interopHelpers' | 'compilerHelpers'
>;

export function linkedPart(facts: ModuleFacts | LinkFacts): LinkFacts {
  const { layout, names } = facts;
  const top = Object.entries(names.top).map(([name, { kind, writes }]) => [name, { kind, writes }]);
  return {
    ...withoutOwn(facts),
    layout: { useStrict: layout.useStrict },
    names: { top: Object.fromEntries(top) },
  };
}

function withoutOwn(facts: ModuleFacts | LinkFacts): Omit<LinkFacts, 'layout' | 'names'> {
  if (!('requireAliases' in facts)) return facts;
  const { requireAliases: _, interopHelpers: __, compilerHelpers: ___, ...linked } = facts;
  return linked;
}

export function ownPart(facts: ModuleFacts): OwnFacts {
  const { layout, names, requireAliases, interopHelpers, compilerHelpers } = facts;
  return { layout, names, requireAliases, interopHelpers, compilerHelpers };
}
