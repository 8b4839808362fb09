import type { Finding } from '../../checker/finding.ts';
import type { LinkModule } from './module.ts';
import { loadedBy, loadersIn, reach } from './reachable.ts';
import { usesOf } from './uses.ts';

/**
 * Modules of programs that change how CommonJS loads modules: `Module._load = …`, `Module._extensions['.x'] = …`. ES
 * modules are loaded by another loader, which takes no notice; so whatever may be loaded together with such a change
 * stays as it is, and under its own name.
 *
 * @returns why a module has to stay
 */
export function programsWithPatchedLoader(
  modules: ReadonlyMap<string, LinkModule>,
): ReadonlyMap<string, Finding> {
  const stays = new Map<string, Finding>();
  for (const module of modules.values()) {
    const range = patchesLoader(module);
    if (range === null) continue;
    const related = [{ path: module.id, range, note: 'the loader is changed here' }];
    const finding: Finding = {
      code: 'loader-patched',
      range: [0, 0],
      args: { path: module.id },
      related,
      settledBy: [],
    };
    const starts = reach([module.id], loadersIn(modules));
    for (const id of reach(starts, (other) => loadedBy(modules.get(other)!)))
      if (!stays.has(id)) stays.set(id, finding);
  }
  return stays;
}

/** The tables and methods of `module` by which Node finds, reads and compiles what is required. */
const changeable: ReadonlySet<string> = new Set(['_cache', '_extensions', '_pathCache', 'prototype']);

function patchesLoader({ facts, targets }: LinkModule): readonly [number, number] | null {
  for (const [index, fact] of facts.requires.entries()) {
    const target = targets[index]!;
    if (target.kind !== 'builtin' || target.name !== 'module') continue;
    const use = usesOf(fact).find(
      ({ kind, keys, writes }) =>
        kind === 'member-write' || writes || (kind !== 'method' && keys.some((key) => changeable.has(key))),
    );
    if (use !== undefined) return use.range;
  }
  return null;
}
