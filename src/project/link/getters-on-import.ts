import type { LinkFacts } from './link-facts.ts';
import type { LinkModule } from './module.ts';
import { givenByNode } from './node-names.ts';

/**
 * When an ES module first imports a CommonJS file, Node reads from its exports the names that the text shows; so the
 * getters behind these run, which `require` leaves alone.
 *
 * @param namesOf the names that Node finds in the text of a module
 * @returns the modules of which others can notice that, if they stay CommonJS
 * @see Node documentation, "CommonJS Namespaces"
 */
export function gettersOnImport(
  modules: ReadonlyMap<string, LinkModule>,
  namesOf: (id: string) => ReadonlySet<string>,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [id, module] of modules) {
    const keys = module.facts.system === 'esm' ? [] : keysOfGetters(module, modules);
    if (keys.length === 0) continue;
    const names = namesOf(id);
    if (keys.some((key) => names.has(key) && !givenByNode.has(key))) found.add(id);
  }
  return found;
}

/** The keys of getters that do something, or load what they give. */
function keysOfGetters(module: LinkModule, modules: ReadonlyMap<string, LinkModule>): readonly string[] {
  return behind(module, modules).flatMap(({ getters }) =>
    getters.flatMap(({ key, hasEffects, isFixed }) => (key !== null && (hasEffects || isFixed) ? key : [])),
  );
}

/** The module, and those whose exports, or parts of them, are its own. */
function behind(start: LinkModule, modules: ReadonlyMap<string, LinkModule>): readonly LinkFacts[] {
  const pending = new Set([start]);
  for (const { facts, targets } of pending)
    for (const from of facts.exportsFrom) {
      const target = from.kind === 'required' ? targets[from.require]! : null;
      if (target?.kind === 'module') pending.add(modules.get(target.id)!);
    }
  return [...pending].map(({ facts }) => facts);
}
