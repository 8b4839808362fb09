import type { InstalledFiles } from './installed.ts';
import type { LinkModule } from './link/module.ts';
import { type Ordering, orderingOf } from './link/ordering.ts';
import type { Workers } from './workers.ts';

/**
 * Finds out what the order of a run asks for. Workers read the installed files that this turns out to depend on, in
 * rounds: each may lead to others.
 */
export async function orderingOfRun({
  modules,
  installed,
  workers,
}: {
  readonly modules: ReadonlyMap<string, LinkModule>;
  readonly installed: InstalledFiles;
  readonly workers: Workers | null;
}): Promise<Ordering> {
  if (workers === null) return orderingOf(modules, (file) => installed.get(file));
  for (;;) {
    const missing = new Set<string>();
    const ordering = orderingOf(modules, (file) => {
      if (!installed.has(file)) missing.add(file);
      return installed.has(file) ? installed.get(file) : null;
    });
    if (missing.size === 0) return ordering;
    for (const [file, facts] of await workers.installed([...missing])) installed.add(file, facts);
  }
}
