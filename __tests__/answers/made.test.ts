import { afterAll, describe, test } from '@jest/globals';
import { combinations, projectOf } from '../../campaigns/combinations/combine.mjs';
import { cycleProjects } from '../../campaigns/combinations/cycles.mjs';
import { lateObjectProjects } from '../../campaigns/combinations/late-objects.mjs';
import { orderProjects } from '../../campaigns/combinations/load-order.mjs';
import { projectOf as generatedProject } from '../../campaigns/fuzz/campaign.mjs';
import { programOf } from '../../campaigns/shared-state/programs.mjs';
import { plan } from '../../src/plan.ts';
import { Project } from '../project/support/project.ts';
import { answerOf, hashOf } from './answer.ts';
import { RecordedLines } from './recorded.ts';

// What is answered about some of the projects that the campaigns make and run.

interface Made {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

const made: readonly (readonly [topic: string, projects: readonly Made[]])[] = [
  ['combinations', everyNth(combinations(2), 31).map(projectOf)],
  ['cycles', everyNth(cycleProjects(), 3)],
  ['load-orders', everyNth(orderProjects(), 5)],
  ['late-objects', everyNth(lateObjectProjects(), 151)],
  ['shared-state', from1To(250).map(programOf)],
  ['generated', from1To(150).map((seed) => ({ name: `seed ${seed}`, files: generatedProject(seed).files }))],
];

describe.each(made)('%s', (topic, projects) => {
  const recorded = new RecordedLines(`made/${topic}`);
  afterAll(() => recorded.end());

  test.each(projects)('$name', async ({ name, files }) => {
    const planned = await plan({ cwd: new Project(files).folder });
    recorded.expect(name, hashOf(answerOf(planned)).slice(0, 8));
  });
});

function everyNth<T>(items: readonly T[], step: number): T[] {
  return items.filter((_, index) => index % step === 0);
}

function from1To(count: number): number[] {
  return Array.from({ length: count }, (_, index) => 1 + index);
}
