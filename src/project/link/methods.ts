import type { OriginFact } from '../../checker/facts.ts';
import type { LinkModule } from './module.ts';
import type { Providers } from './re-export.ts';

/** Whether what a module exports under a key may be a function, of whichever file, that would notice a namespace as its `this`. */
export function isMethod(module: LinkModule, key: string, providers: Providers): boolean {
  const seen = new Set<string>();
  return isMethodOf(module, key);

  function isMethodOf({ id, facts, targets }: LinkModule, name: string): boolean {
    const place = JSON.stringify([id, name]);
    if (seen.has(place)) return false;
    seen.add(place);
    const exported = facts.exports.keys.find((each) => each.key === name);
    if (exported === undefined) return facts.exports.methods.names.includes(name);
    return exported.usesThis || exported.madeBy.some((origin) => mayMakeOne(origin, targets));
  }

  function mayMakeOne(origin: OriginFact, targets: LinkModule['targets']): boolean {
    if (origin.kind !== 'required' && origin.kind !== 'result') return false;
    const target = targets[origin.require]!;
    if (target.kind !== 'module') return origin.path.includes('prototype');
    return providers.through(target).some(({ module: provider }) => {
      if (provider === null) return false;
      const { methods } = provider.facts.exports;
      if (origin.kind === 'result') return methods.areFree;
      const last = origin.path.at(-1);
      if (last === undefined) return methods.isExports;
      return origin.path.length === 1 ? isMethodOf(provider, last) : methods.names.includes(last);
    });
  }
}
