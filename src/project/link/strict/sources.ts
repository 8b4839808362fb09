import type { OriginFact } from '../../../checker/facts.ts';
import type { LinkFacts } from '../link-facts.ts';
import type { LinkModule, Target } from '../module.ts';

/** An object that a module has from another one: what is at a path of its exports, or what calling that gave. */
export interface Source {
  readonly target: Target;
  readonly path: readonly string[];
  readonly result: boolean;
}

/** All by which an object may be known: as it was asked for, and as the modules that hand it on have it from others. */
export function sourcesOf(start: Source, moduleOf: (target: Target) => LinkModule | null): readonly Source[] {
  const sources = [start];
  const followed = new Set<OriginFact>();
  for (const { target, path, result } of sources) {
    const module = result ? null : moduleOf(target);
    if (module === null) continue;
    for (const { from, inside } of originsAt(module.facts, path)) {
      if ((from.kind !== 'required' && from.kind !== 'result') || followed.has(from)) continue;
      followed.add(from);
      const isResult = from.kind === 'result';
      sources.push({
        target: module.targets[from.require]!,
        path: isResult ? from.path : [...from.path, ...inside],
        result: isResult,
      });
    }
  }
  return sources;
}

interface Origin {
  readonly from: OriginFact;
  /** Where in that it is. */
  readonly inside: readonly string[];
}

function originsAt({ exportsFrom, sloppy }: LinkFacts, path: readonly string[]): readonly Origin[] {
  const [first, ...inside] = path;
  return [
    ...exportsFrom.map((from) => ({ from, inside: path })),
    ...sloppy.membersFrom.flatMap(({ key, from }) => (key === first ? [{ from, inside }] : [])),
  ];
}
