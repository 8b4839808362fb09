import { posix } from 'node:path';
import type { LinkModule, Target } from './link/module.ts';
import type { Placement } from './placement.ts';
import { renamedSpecifier, type SystemChange } from './resolve/specifier.ts';
import { isLocal } from './targets.ts';

/**
 * How a specifier is written after the run.
 *
 * A `require` that becomes an import spells out extension and index; what stays as it was changes only where it names
 * a renamed file. Specifiers of packages, builtins, `#imports` and of the package itself stay, but for deep imports,
 * which ES modules want in full.
 */
export function specifierAfter(
  from: LinkModule,
  original: string,
  target: Target,
  change: SystemChange,
  { renames }: Placement,
): string {
  const becomesImport = change.from !== change.to;
  if (target.kind === 'external') return (becomesImport ? target.external.specifier : null) ?? original;
  if (target.kind === 'module' && target.deep !== undefined) {
    const renamed = renames.get(target.id);
    if (renamed === undefined) return becomesImport ? target.deep : original;
    return posix.join(posix.dirname(target.deep), posix.basename(renamed));
  }
  if ((target.kind !== 'module' && target.kind !== 'unscanned') || !isLocal(original)) return original;
  const renamed = renames.get(target.id);
  if (renamed === undefined && !becomesImport) return original;
  return renamedSpecifier(original, renames.get(from.id) ?? from.id, renamed ?? target.id, change);
}
