import { planProject } from '../../../src/project/plan.ts';
import type { PlanOptions } from '../../../src/project/plan-options.ts';
import { makeTree, type Tree } from '../../support/tree.ts';

/** What linking a small project came to: each file by its path before. */
export interface LinkedFile {
  readonly status: string;
  readonly output: string;
  readonly codes: readonly string[];
  /** The text that it gets. */
  readonly text: string;
}

/** Plans a project whose files are given as text. It is private unless it brings a package.json of its own. */
export async function project(
  files: Tree,
  options: Partial<PlanOptions> = {},
): Promise<Readonly<Record<string, LinkedFile>>> {
  const cwd = makeTree({ 'package.json': { private: true }, ...files });
  const planned = await planProject({ cwd, ...options });
  return Object.fromEntries(
    planned.files
      .filter(({ added }) => !added)
      .map((file): [string, LinkedFile] => [
        file.path,
        {
          status: file.row.status,
          output: file.output,
          codes: file.row.diagnostics.map(({ code }) => code),
          text: file.after ?? file.before(),
        },
      ]),
  );
}
