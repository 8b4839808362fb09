import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from '@jest/globals';
import { type Plan, plan } from '../../../src/plan.ts';
import type { PlanOptions } from '../../../src/project/plan-options.ts';
import { writeFiles } from '../../support/run.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A project in a folder of its own, which goes when the tests of the file are done. */
export class Project {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'esmshift-project-')));

  constructor(files: Readonly<Record<string, string>>) {
    folders.push(this.folder);
    writeFiles(this.folder, files);
  }

  /** What a run of Node prints; a failure ends in its error output. */
  run(...args: readonly string[]): string {
    const options = { cwd: this.folder, encoding: 'utf8', stdio: 'pipe', timeout: 20_000 } as const;
    try {
      return execFileSync(process.execPath, ['--no-warnings', ...args], options);
    } catch (failure) {
      return String((failure as { stderr?: string }).stderr ?? failure);
    }
  }

  async convert(options: Omit<PlanOptions, 'cwd'> = {}): Promise<Plan> {
    const planned = await plan({ cwd: this.folder, ...options });
    await planned.write();
    return planned;
  }

  /** Converts, and expects that a file, which may have another name then, prints what it printed before. */
  async convertSame(
    file: string,
    options: Omit<PlanOptions, 'cwd'> = {},
  ): Promise<{ readonly printed: string; readonly planned: Plan }> {
    const printed = this.run(file);
    const planned = await this.convert(options);
    const row = planned.report.files.find(({ path }) => path === file);
    expect(this.run(row?.output ?? file)).toBe(printed);
    return { printed, planned };
  }

  has(path: string): boolean {
    return existsSync(join(this.folder, path));
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }
}

/** The status of each source, by path. */
export function statuses({ report }: Plan): Readonly<Record<string, string>> {
  return Object.fromEntries(
    report.files.filter(({ kind }) => kind === 'source').map(({ path, status }) => [path, status]),
  );
}

/** All codes that were reported for a path. */
export function codes({ report }: Plan, path: string): readonly string[] {
  return report.files
    .filter((row) => row.path === path)
    .flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
}
