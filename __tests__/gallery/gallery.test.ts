import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { compareLeavesOf } from '../../gallery/leaves/leaves.mjs';
import { comparePackage } from '../../gallery/packages/packages.mjs';
import { loadTool } from '../../gallery/tool.mjs';

// A small part of `npm run gallery`: packages that are installed here anyway, whatever their versions are.

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'esmshift-gallery-'));
const tool = await loadTool();

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The package and what it depends on, installed in a folder of their own. */
function install(name: string): Parameters<typeof comparePackage>[0] {
  const home = join(scratch, name);
  const wanted = [name];
  for (const one of wanted) {
    cpSync(join(modules, one), join(home, 'node_modules', one), { recursive: true });
    const { dependencies = {} } = JSON.parse(readFileSync(join(modules, one, 'package.json'), 'utf8'));
    wanted.push(...Object.keys(dependencies).filter((other) => !wanted.includes(other)));
  }
  return { spec: name, name, home, path: join(home, 'node_modules', name), inReadme: false };
}

test.each(['debug', 'signal-exit', 'picomatch'])(
  '%s gives the same and works the same when converted by one command',
  async (name) => {
    const { counts, doors, surface, work } = await comparePackage(install(name), tool);
    expect(counts.converted).toBeGreaterThan(0);
    expect(doors).toBeGreaterThan(0);
    expect(surface).toEqual([]);
    expect(work ?? []).toEqual([]);
  },
);

test('debug gives the same and works the same under the name .mjs', async () => {
  const { counts, surface, work } = await comparePackage(install('debug'), { ...tool, as: 'mjs' });
  expect(counts.converted).toBeGreaterThan(0);
  expect(surface).toEqual([]);
  expect(work ?? []).toEqual([]);
});

test('leaf files export the same on their own', async () => {
  const results = await Promise.all(
    ['ms', 'picomatch', 'signal-exit', 'esprima', 'json5'].map((name) =>
      compareLeavesOf(install(name), tool),
    ),
  );
  expect(results.flatMap(({ different }) => different)).toEqual([]);
  expect(results.reduce((sum, { compared }) => sum + compared, 0)).toBeGreaterThan(4);
});
