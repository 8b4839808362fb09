import type { InstalledFiles } from './installed.ts';
import { hasEffect } from './link/installed-loads.ts';
import { loadTimeTargets } from './link/loading.ts';
import type { LinkModule } from './link/module.ts';
import { type Ordering, orderingOf } from './link/ordering.ts';
import type { Workers } from './workers.ts';

/** What the order of a run is found out from. */
interface Ordered {
  readonly modules: ReadonlyMap<string, LinkModule>;
  readonly installed: InstalledFiles;
  readonly workers: Workers | null;
}

/**
 * Finds out what the order of a run asks for. Where there are workers, they read the installed files that this turns
 * out to depend on; then it is asked once more, since these may lead to others.
 */
export async function orderingOfRun({ modules, installed, workers }: Ordered): Promise<Ordering> {
  if (workers === null) return orderingOf(modules, (file) => installed.get(file));
  for (;;) {
    const missing = new Set<string>();
    const ordering = orderingOf(modules, (file) => {
      if (installed.has(file)) return installed.get(file);
      missing.add(file);
      return null;
    });
    if (missing.size === 0) return ordering;
    await readWithLoaded(missing, installed, workers);
  }
}

/** More than these are not read before it is known that somebody asks for them. */
const MOST_AHEAD = 500;

/** Reads files, and what these load: that is asked next, unless the file itself settles the matter by an effect. */
async function readWithLoaded(
  files: ReadonlySet<string>,
  installed: InstalledFiles,
  workers: Workers,
): Promise<void> {
  let pending = [...files];
  for (let ahead = 0; pending.length > 0 && ahead <= MOST_AHEAD; ahead += pending.length) {
    for (const [file, facts] of await workers.installed(pending)) installed.add(file, facts);
    const loaded = pending.flatMap((file) => {
      const module = installed.get(file);
      return module === null || hasEffect(module) ? [] : loadTimeTargets(module);
    });
    const next = loaded.flatMap((target) =>
      target.kind === 'external' && target.file !== null && !installed.has(target.file) ? [target.file] : [],
    );
    pending = [...new Set(next)];
  }
}
