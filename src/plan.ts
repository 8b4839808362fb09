import { writeChanges } from './apply/write.ts';
import { changesOf } from './changes.ts';
import { type ProjectPlan, planProject } from './project/plan.ts';
import type { PlanOptions } from './project/plan-options.ts';
import type { Report } from './project/report.ts';
import { reporters } from './review/reporters.ts';

/** A conversion that has been decided but not carried out. */
export interface Plan extends ProjectPlan {
  /** All changes as one unified diff. */
  diff(): Promise<string>;
  /**
   * Writes all changes, or none where one of them fails; `undo` takes them back.
   *
   * @throws WriteRefused where a file has changed since, an output name is taken, or an earlier write was interrupted
   */
  write(options?: Pick<PlanOptions, 'signal' | 'onProgress'>): Promise<Report>;
}

/**
 * Decides over a whole codebase. Nothing is written before `write()` is called.
 *
 * @throws where `cwd` does not exist, or with the signal's reason where it is aborted
 */
export async function plan(options: PlanOptions): Promise<Plan> {
  const planned = await planProject(options);
  return {
    ...planned,
    async diff() {
      const patch = await reporters.patch.load();
      return [...patch(planned)].join('');
    },
    async write({ signal = options.signal, onProgress = options.onProgress } = {}) {
      await writeChanges(planned.root, changesOf(planned.files), {
        signal,
        onProgress: (done, total) => onProgress?.({ phase: 'write', done, total }),
      });
      return { ...planned.report, written: true };
    },
  };
}
