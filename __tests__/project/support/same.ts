import type { PlanOptions } from '../../../src/project/plan-options.ts';
import { Project, statuses } from './project.ts';

/** What a program printed before and after its conversion, and what became of its files. */
export interface Compared {
  readonly before: string;
  readonly after: string;
  readonly statuses: Readonly<Record<string, string>>;
  readonly project: Project;
}

/** Runs a program, converts it, and runs the result. It starts in `main.js`, or `main.mjs`, and is private. */
export async function compared(
  files: Readonly<Record<string, string>>,
  options: Omit<PlanOptions, 'cwd'> = {},
): Promise<Compared> {
  const project = new Project({ 'package.json': '{ "private": true }\n', ...files });
  const entry = 'main.mjs' in files ? 'main.mjs' : 'main.js';
  const before = project.run(entry);
  const planned = await project.convert(options);
  const row = planned.report.files.find(({ path }) => path === entry);
  const after = project.run(row?.output ?? entry);
  return { before, after, statuses: statuses(planned), project };
}
