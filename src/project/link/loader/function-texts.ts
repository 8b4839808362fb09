import type { Range, RequiredPlace, ValueFact } from '../../../checker/facts.ts';
import { type Finding, makeFinding } from '../../../checker/finding.ts';
import type { LinkFacts } from '../link-facts.ts';
import type { LinkModule } from '../module.ts';

/**
 * Modules that export a function with names of CommonJS in it, whose text another module takes: whoever runs that text
 * has these names from elsewhere, and not the imports that would stand for them (ECMA-262 §20.2.3.5).
 *
 * @returns why a module has to stay CommonJS
 */
export function takenAsTexts(modules: ReadonlyMap<string, LinkModule>): ReadonlyMap<string, Finding> {
  const stays = new Map<string, Finding>();
  for (const { id, facts } of modules.values())
    for (const taken of facts.textsTaken)
      for (const { module, key } of exportersOf(modules.get(id)!, taken, modules)) {
        const use = functionsUnder(module.facts, key).flatMap((at) => usesIn(module.facts, at))[0];
        if (use === undefined || stays.has(module.id)) continue;
        const related = [{ path: id, range: taken.range, note: 'its text is taken here' }];
        const { range, name } = use;
        const args = { name };
        stays.set(module.id, makeFinding('function-text', { range, args, related, settledBy: ['keep'] }));
      }
  return stays;
}

/** What a module exports under a key; null: the whole of it. */
interface Exported {
  readonly module: LinkModule;
  readonly key: string | null;
}

/** Modules that export members of each other's exports lead ever deeper, to nothing. */
const DEEPEST = 8;

/** Who exports what is required there, and whose exports these hand on. */
function exportersOf(
  { targets }: LinkModule,
  { require, path }: Pick<RequiredPlace, 'require' | 'path'>,
  modules: ReadonlyMap<string, LinkModule>,
): readonly Exported[] {
  const found: Exported[] = [];
  const seen = new Set<string>();
  const pending = [{ target: targets[require]!, path }];
  for (const { target, path } of pending) {
    const module = target.kind === 'module' ? modules.get(target.id)! : null;
    const place = `${module?.id} ${path.join(' ')}`;
    if (module === null || seen.has(place) || path.length > DEEPEST) continue;
    seen.add(place);
    const [key = null, ...inside] = path;
    found.push({ module, key: inside.at(-1) ?? key });
    for (const origin of module.facts.exportsFrom)
      if (origin.kind === 'required')
        pending.push({ target: module.targets[origin.require]!, path: [...origin.path, ...path] });
    for (const value of valuesUnder(module.facts, key))
      for (const from of requiredAs(module.facts, value))
        pending.push({ target: module.targets[from.require]!, path: [...from.path, ...inside] });
  }
  return found;
}

function valuesUnder({ exports: { chains, literal } }: LinkFacts, key: string | null): readonly ValueFact[] {
  const assigned = chains.filter(({ targets }) =>
    targets.some((target) =>
      target.kind === 'key' ? target.key === key : key === null && target.kind === 'module.exports',
    ),
  );
  const listed = (literal ?? []).filter((property) => property.key === key);
  return [...assigned, ...listed].map(({ value }) => value);
}

/** What of other modules a value is: `require('./m').f`, or a variable that was declared with that. */
function requiredAs(
  { requires }: LinkFacts,
  value: ValueFact,
): readonly Pick<RequiredPlace, 'require' | 'path'>[] {
  return requires.flatMap(({ form }, require) => {
    if (form.kind === 'side-effect') return [];
    const path = form.path.map(({ key }) => key);
    if (form.kind === 'expression') return form.value[0] === value.range[0] ? [{ require, path }] : [];
    const name = value.kind === 'identifier' ? value.name : null;
    if (form.target.kind === 'name') return form.target.name === name ? [{ require, path }] : [];
    const taken = form.target.properties?.filter(({ local }) => local === name) ?? [];
    return taken.map(({ key }) => ({ require, path: [...path, key] }));
  });
}

/** Where the functions stand that go by a key; null: anywhere in the file. */
function functionsUnder(facts: LinkFacts, key: string | null): readonly (Range | null)[] {
  const values = valuesUnder(facts, key);
  const inPlace = values.flatMap(({ kind, range }) => (callable.has(kind) ? [range] : []));
  const { exportsFunction, functionKeys } = facts.sloppy;
  const isElsewhere = key === null ? exportsFunction : functionKeys.includes(key) && mayExport(facts, key);
  return inPlace.length === 0 && isElsewhere ? [null] : inPlace;
}

/** What a class has under its keys is its instances'. */
function mayExport(facts: LinkFacts, key: string): boolean {
  const isObject = valuesUnder(facts, null).some(({ kind }) => kind === 'object');
  return (
    isObject || valuesUnder(facts, key).length > 0 || facts.exports.keys.some((each) => each.key === key)
  );
}

const callable: ReadonlySet<ValueFact['kind']> = new Set(['arrow', 'class', 'function']);

interface NameUse {
  readonly name: string;
  readonly range: Range;
}

/** The names of CommonJS within a function; null: within any. */
function usesIn({ requires, runtime, exports }: LinkFacts, place: Range | null): readonly NameUse[] {
  const uses = [
    ...requires.map(({ call, placement }) => ({
      name: 'require',
      range: call,
      deferred: placement === 'deferred',
    })),
    ...runtime.map(({ feature, range, deferred }) => ({ name: feature.split('.')[0]!, range, deferred })),
    ...exports.mentions.map(({ via, range, deferred }) => ({ name: via, range, deferred })),
  ];
  return uses.filter(({ range, deferred }) =>
    place === null ? deferred : range[0] >= place[0] && range[1] <= place[1],
  );
}
