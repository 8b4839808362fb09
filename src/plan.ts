import { type Change, writeChanges } from './apply/write.ts';
import { type PlannedFile, type ProjectPlan, planProject } from './project/plan.ts';
import type { PlanOptions } from './project/plan-options.ts';
import type { Report } from './project/report.ts';
import { reporters } from './review/reporters.ts';

/** A conversion that has been decided but not carried out. */
export interface Plan extends ProjectPlan {
  /** All changes as one unified diff. */
  diff(): Promise<string>;
  /**
   * Writes all changes, or none where one of them fails.
   *
   * @throws WriteRefused where a file has changed since, or an output name is taken
   */
  write(): Promise<Report>;
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
    async write() {
      await writeChanges(planned.root, changesOf(planned.files));
      return { ...planned.report, written: true };
    },
  };
}

function changesOf(files: readonly PlannedFile[]): readonly Change[] {
  const added = new Map(files.flatMap((file) => (file.added ? [[file.output, file.after ?? '']] : [])));
  const replaced = new Set<string>();
  const changes = files.flatMap((file): readonly Change[] => {
    const { path, output, after, before } = file;
    if (file.added || (after === null && path === output)) return [];
    const text = before();
    const inPlace = path === output ? undefined : added.get(path);
    if (inPlace === undefined) return [{ path, output, before: text, after: after ?? text }];
    // Something new stands where the file stood: it changes in place, and its content moves on.
    replaced.add(path);
    return [
      { path: null, output, before: '', after: after ?? text },
      { path, output: path, before: text, after: inPlace },
    ];
  });
  const others = [...added].filter(([output]) => !replaced.has(output));
  return [...changes, ...others.map(([output, after]) => ({ path: null, output, before: '', after }))];
}
