import type { RequireFact, RequireForm, RequireTarget, ValueUse, Write } from '../../src/checker/facts.ts';

/** Facts of a require in one line, for tables of tests: `top x const a .b [method c, later value]`. */
export function briefRequire(fact: RequireFact): string {
  return words(
    fact.placement,
    fact.guarded && 'guarded',
    fact.asyncFunction && 'async',
    fact.via !== 'require' && fact.via,
    fact.specifier ?? '?',
    fact.extraArguments && '+arguments',
    briefForm(fact.form),
  );
}

function briefForm(form: RequireForm): string {
  if (form.kind === 'side-effect') return 'side-effect';
  const path = form.path.map(({ key }) => `.${key}`).join('');
  if (form.kind === 'declarator') return words(form.declarator.kind, path, briefTarget(form.target));
  return words('expression', path, briefUse(form.use), form.uses.length === 1 ? '' : briefUses(form.uses));
}

function briefTarget(target: RequireTarget): string {
  if (target.kind === 'name') return words(target.name, briefUses(target.uses), briefWrites(target.writes));
  if (target.properties === null) return '{?}';
  const properties = target.properties.map(({ kind, key, local, defaulted, uses, writes }) => {
    const name = kind === 'rest' ? '...' : key === local ? '' : `${key}:`;
    return words(`${name}${local}${defaulted ? '=' : ''}`, briefUses(uses), briefWrites(writes));
  });
  return `{${properties.join(', ')}}`;
}

export function briefUses(uses: readonly ValueUse[]): string {
  return uses.length === 0 ? '' : `[${uses.map(briefUse).join(', ')}]`;
}

function briefUse({ kind, keys, writes, deferred, early }: ValueUse): string {
  return words(
    early ? 'early' : deferred && 'later',
    kind,
    keys.join('+'),
    kind === 'computed' && writes && 'write',
  );
}

function briefWrites(writes: readonly Write[]): string {
  return writes.length === 0 ? '' : `written ${writes.length}`;
}

function words(...parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== '' && part !== false).join(' ');
}
