import type { ExportsFacts } from '../facts.ts';
import { type Finding, makeFinding } from '../finding.ts';
import { rangeOf } from '../nodes.ts';
import { isUncertainVariable, replacements } from './holder-facts.ts';
import type { Resolved } from './mentions.ts';
import type { Trace } from './trace.ts';
import type { Versions } from './versions.ts';

/** What is written to objects that nobody will import, in the words of "nothing imports it". */
export function lostFindings(
  traced: Trace,
  versions: Versions,
  resolved: readonly Resolved[],
  facts: ExportsFacts['versions'],
): readonly Finding[] {
  const lost = resolved.flatMap(({ mention }): Finding[] => {
    const { use, version } = mention;
    if (use.kind !== 'write' || !facts[version]?.lost.includes(use.key)) return [];
    const args = { key: use.key, alias: mention.via };
    return [makeFinding('exports-lost', { range: use.member, args })];
  });
  const onlyVariable = traced.exports.writes.flatMap(({ expression, result }): Finding[] => {
    if (result.kind !== 'object' || versions.of(result) !== null) return [];
    return [makeFinding('exports-variable-only', { range: rangeOf(expression) })];
  });
  return [...lost, ...onlyVariable];
}

/** `module.exports` assigned where no one can tell whether, or when. */
export function replacementFindings(traced: Trace): readonly Finding[] {
  return replacements(traced).flatMap(({ target, place }): Finding[] => {
    if (place.region === null) return [];
    return [makeFinding('exports-assigned-late', { range: rangeOf(target), settledBy: ['keep'] })];
  });
}

/** A variable `exports` of the file's own cannot be told from the wrapper's where either may be meant. */
export function redeclaredFindings({ exports }: Trace, resolved: readonly Resolved[]): readonly Finding[] {
  if (exports.binding === null) return [];
  return resolved
    .filter(isUncertainVariable)
    .map(({ mention: { range, via } }) =>
      makeFinding('exports-uncertain', { range, args: { alias: via }, settledBy: ['keep'] }),
    );
}
