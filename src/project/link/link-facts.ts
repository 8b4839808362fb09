import type { Layout, ModuleFacts, TopBinding } from '../../checker/facts.ts';

/**
 * The facts of a module that linking reads. The rest is for rewriting its own text, so whoever plans its neighbours can
 * do without it.
 */
export interface LinkFacts
  extends Omit<ModuleFacts, 'layout' | 'names' | 'requireAliases' | 'interopHelpers' | 'compilerHelpers'> {
  readonly layout: Pick<Layout, 'useStrict'>;
  /** Of the variables those by whose names something is exported. */
  readonly names: { readonly top: Readonly<Record<string, LinkedBinding>> };
}

type LinkedBinding = Pick<TopBinding, 'kind' | 'writes' | 'isFunction'>;

/** That rest: together with what linking reads, these are the facts of the module. */
export type OwnFacts = Pick<
  ModuleFacts,
  'layout' | 'names' | 'requireAliases' | 'interopHelpers' | 'compilerHelpers'
>;

export function linkedPart(facts: ModuleFacts | LinkFacts): LinkFacts {
  const { useStrict } = facts.layout;
  return { ...withoutOwn(facts), layout: { useStrict }, names: { top: exportedBindings(facts) } };
}

function exportedBindings({ names: { top }, esm, exports }: LinkFacts): LinkFacts['names']['top'] {
  const exported = [
    ...esm.exports,
    ...exports.chains.flatMap(({ value }) => (value.kind === 'identifier' ? [value.name] : [])),
    ...(exports.compiled?.getters ?? []).map(({ local }) => local),
  ].filter((name) => Object.hasOwn(top, name));
  if (exported.length === 0) return none;
  return Object.fromEntries(exported.map((name) => [name, bindingOf(top[name]!)]));
}

const none: LinkFacts['names']['top'] = {};

function bindingOf({ kind, writes, isFunction }: LinkedBinding): LinkedBinding {
  return { kind, writes, isFunction };
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
