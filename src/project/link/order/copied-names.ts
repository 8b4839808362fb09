import type { EsmImport } from '../../../checker/facts.ts';
import { type Finding, makeFinding } from '../../../checker/finding.ts';
import { loadingImports } from '../imports.ts';
import type { LinkModule, Target } from '../module.ts';
import { givenByNode } from '../node-names.ts';
import { keyOf } from './installed-loads.ts';
import type { SharedState } from './shared-state.ts';

/**
 * Names that an ES module imports from CommonJS, or from a builtin, are copies, made when some ES module first imports
 * it (Node documentation, "CommonJS Namespaces", `module.syncBuiltinESMExports`). Where the exports may change, the
 * moment counts: an importer that was converted would bring it forward to when they are loaded. So such a module stays
 * CommonJS, and those that require it go on calling `require`.
 */
export interface CopiedNames {
  /** Why a module has to stay. */
  readonly stays: ReadonlyMap<string, Finding>;
  /** Whether a converted importer must not be the first to import it. */
  readonly isCopied: (target: Target) => boolean;
}

export function copiedNames(modules: ReadonlyMap<string, LinkModule>, shared: SharedState): CopiedNames {
  const stays = new Map<string, Finding>();
  const copied = new Set<string | null>();
  for (const importer of modules.values()) {
    for (const { argument, names } of loadingImports(importer.facts)) {
      const target = importer.imports.get(argument[0]);
      if (target === undefined || !names.some(isCopy)) continue;
      const name = providers(target)
        .map((provider) => shared.changingName(provider, names.filter(isCopy)))
        .find((changing) => changing !== null);
      if (name === undefined) continue;
      copied.add(keyOf(target));
      if (target.kind === 'module') stays.set(target.id, finding(importer, argument, name));
    }
  }
  return { stays, isCopied: (target) => copied.size > 0 && copied.has(keyOf(target)) };

  /** The module itself, and those whose names it passes on. */
  function providers(target: Target): readonly Target[] {
    const relays = target.kind === 'module' ? modules.get(target.id)!.relays : [];
    return [target, ...relays.map((id) => ({ kind: 'module', id }) as const)];
  }
}

function isCopy(name: string): boolean {
  return !givenByNode.has(name);
}

function finding({ id }: LinkModule, range: EsmImport['argument'], name: string): Finding {
  const related = [{ path: id, range, note: 'here' }];
  return makeFinding('names-copied', { args: { path: id, name }, related });
}
