import type { Reviewed } from './reporter.ts';
import { hasChanges, unifiedDiff } from './unified.ts';

/** One unified diff over all files, as `git apply` takes it. */
export function* patch({ files }: Reviewed): Iterable<string> {
  for (const file of files) if (hasChanges(file)) yield unifiedDiff(file);
}
