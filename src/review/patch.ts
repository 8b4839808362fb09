import type { Reporter } from './reporter.ts';
import { hasChanges, unifiedDiff } from './unified.ts';

/** One unified diff over all files, as `git apply` takes it. */
export const patch: Reporter = {
  description: 'a unified diff that `git apply` takes',
  *render({ files }) {
    for (const file of files) if (hasChanges(file)) yield unifiedDiff(file);
  },
};
