import { createManifests } from '../project/packages/manifest.ts';
import { findWorkspaces } from '../project/packages/workspaces.ts';
import type { ProjectPlan } from '../project/plan.ts';
import type { Report } from '../project/report.ts';
import type { Advice } from './check.ts';
import { checks } from './checks.ts';
import { suggestedOrder } from './order.ts';
import { subjectOf } from './subjects.ts';

/** What else will need a hand, as plain data: what `esmshift doctor --json` prints. */
export interface Diagnosis {
  readonly version: 1;
  readonly root: string;
  readonly summary: Report['summary'];
  readonly packages: readonly PackageDiagnosis[];
  /** For workspaces: groups of packages, each to be converted after those before it. */
  readonly order: readonly (readonly string[])[];
}

export interface PackageDiagnosis {
  readonly name: string | null;
  /** Relative to the root. */
  readonly folder: string;
  readonly advice: readonly Advice[];
}

/** Looks at every package of a planned conversion. Nothing is changed. */
export function diagnose(plan: ProjectPlan): Diagnosis {
  const manifests = createManifests();
  const all = findWorkspaces(plan.root, manifests).packages.filter(({ listed }) => listed);
  const taken = all.filter(({ folder }) =>
    plan.files.some(
      ({ row, path }) => row.kind === 'source' && (folder === '' || path.startsWith(`${folder}/`)),
    ),
  );
  return {
    version: 1,
    root: plan.root,
    summary: plan.report.summary,
    packages: taken.map((entry) => {
      const subject = subjectOf(plan, entry, all, manifests);
      const advice = checks.flatMap((check) =>
        [...check.run(subject)].map((one): Advice => ({ check: check.name, ...one })),
      );
      return { name: entry.manifest.name, folder: entry.folder, advice };
    }),
    order: all.length > 1 ? suggestedOrder(all.filter(({ folder }) => folder !== '')) : [],
  };
}
