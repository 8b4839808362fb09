import { WriteRefused } from './apply/change.ts';
import { writeChanges } from './apply/write.ts';
import { changesOf } from './changes.ts';
import { callback, oneOf } from './project/options/rules.ts';
import { type PlannedFile, type ProjectPlan, planProject } from './project/plan.ts';
import { checkPlanOptions, type PlanOptions } from './project/plan-options.ts';
import type { Report } from './project/report.ts';
import type { ReviewOptions } from './review/reporter.ts';
import { type ReporterName, reporterNames, reporters } from './review/reporters.ts';

const PLAIN: ReviewOptions = {
  colors: false,
  diff: true,
  quiet: false,
  refused: 'last',
  checkout: null,
  hint: null,
};

const reporterNamed = oneOf(reporterNames);

/** A conversion that has been decided but not carried out. */
export interface Plan extends ProjectPlan {
  /** All changes as one unified diff. */
  diff(): Promise<string>;
  /** The conversion in the form of a reporter, as `--reporter` gives it; by default for people. */
  review(reporter?: ReporterName, options?: Partial<ReviewOptions>): Promise<string>;
  /**
   * The same for some of the files only. A file's conversion depends on others, so everything is decided anew, with the
   * files that fail the test kept CommonJS (`kept-by-user`).
   *
   * @throws as `plan` does
   */
  filter(wanted: (file: PlannedFile) => boolean): Promise<Plan>;
  /**
   * Writes all changes, or none where one of them fails; `undo` takes them back.
   *
   * @throws WriteRefused where a file has changed since, an output name is taken, or an earlier write was interrupted; and
   *   for a plan with facts of other packages
   */
  write(options?: Pick<PlanOptions, 'signal' | 'onProgress'>): Promise<Report>;
}

/**
 * Decides over a whole codebase. Nothing is written before `write()` is called.
 *
 * @throws TypeError for an option that is not what it may be; where `cwd` does not exist, or with the signal's reason
 *   where it is aborted
 */
export async function plan(options: PlanOptions): Promise<Plan> {
  checkPlanOptions(options);
  const planned = await planProject(options);
  return {
    ...planned,
    async diff() {
      const patch = await reporters.patch.load();
      return [...patch(planned)].join('');
    },
    async review(reporter = 'pretty', chosen = {}) {
      reporterNamed(reporter, 'reporter');
      const render = await reporters[reporter].load();
      return [...render(planned, { ...PLAIN, ...chosen })].join('');
    },
    async filter(wanted) {
      callback(wanted, 'wanted');
      const converting = planned.files.filter(
        ({ row }) => row.kind === 'source' && row.status === 'converted',
      );
      const kept = converting
        .filter((file) => !wanted(file))
        .map(({ path }) => [path, { shape: 'keep' }] as const);
      return plan({ ...options, answers: { ...options.answers, ...Object.fromEntries(kept) } });
    },
    async write({ signal = options.signal, onProgress = options.onProgress } = {}) {
      // What others load was decided in the belief that they are converted with it.
      if (options.factsIn !== undefined)
        throw new WriteRefused('One package of several is not written alone: apply the patches of all.');
      await writeChanges(planned.root, changesOf(planned.files), {
        signal,
        onProgress: (done, total) => onProgress?.({ phase: 'write', done, total }),
      });
      return { ...planned.report, written: true };
    },
  };
}
