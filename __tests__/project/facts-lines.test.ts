import { appendFileSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Plan, plan } from '../../src/plan.ts';
import { refuseFaults } from '../../src/project/facts-lines/faults.ts';
import { packageFacts } from '../../src/project/facts-lines/write.ts';
import { faultFinding } from '../../src/project/fault-finding.ts';
import type { PlanOptions } from '../../src/project/plan-options.ts';
import { version } from '../../src/version.ts';
import { writeFiles } from '../support/run.ts';

/** Packages that need each other's facts in every way: shapes, order, cycles, renames, paths, configuration. */
const files = {
  'package.json': '{ "name": "all", "private": true, "workspaces": ["packages/*"] }\n',
  '.gitignore': 'out/\n',
  '.mocharc.yml': 'require: ./packages/core/kept.js\n',
  'scripts/run.js':
    "const core = require('core');\nconsole.log(core.twice(2), require('../packages/core/kept'));\n",
  'packages/core/package.json': '{ "name": "core", "version": "1.0.0", "main": "lib/index.js" }\n',
  'packages/core/lib/index.js':
    "const { twice } = require('./twice');\nexports.twice = twice;\nexports.name = 'core';\nexports.self = function () { return Object.keys(exports).join(); };\n",
  'packages/core/lib/twice.js': 'exports.twice = (n) => 2 * n;\n',
  'packages/core/kept.js': 'with (Math) module.exports = sqrt(16);\n',
  'packages/app/package.json': '{ "name": "app", "private": true, "main": "index.js" }\n',
  'packages/app/index.js':
    "const core = require('core');\nconst { twice } = require('core/lib/twice');\nconst kept = require('core/kept');\nrequire('effect');\nconst { seen } = require('effect/seen');\ncore.added = 1;\nconsole.log(core.name, twice(3), kept, seen, require('state').get());\n",
  'packages/app/out/built.js': "require('../index.js');\nrequire('core').name = 'built';\n",
  'packages/effect/package.json': '{ "name": "effect", "private": true }\n',
  'packages/effect/index.js': 'globalThis.seen = true;\n',
  'packages/effect/seen.js': 'exports.seen = globalThis.seen;\n',
  'packages/state/package.json': '{ "name": "state", "private": true, "main": "state.js" }\n',
  'packages/state/state.js':
    "exports.get = () => require('state/back').value;\nexports.run = function () { return exports.get(); };\n",
  'packages/state/back.js': "const state = require('state');\nexports.value = typeof state.get;\n",
  'packages/broken/package.json': '{ "name": "broken", "private": true }\n',
  'packages/broken/index.js': 'exports.a = ;\n',
};

const names = ['core', 'app', 'effect', 'state', 'broken'];

let folder: string;
const folders: string[] = [];
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'esmshift-facts-')));
  folders.push(folder);
  writeFiles(folder, { ...files, '.facts/none.txt': '' });
});
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});

/** Every package as its plan alone takes it: the root is what lies in none of the others. */
const parts: readonly Pick<PlanOptions, 'paths' | 'exclude'>[] = [
  { paths: ['.'], exclude: ['packages'] },
  ...names.map((name) => ({ paths: [`packages/${name}`] })),
];

async function writeFacts(): Promise<readonly string[]> {
  const written: string[] = [];
  for (const [index, part] of parts.entries()) {
    const name = `.facts/${index}.jsonl`;
    writeFileSync(join(folder, name), (await packageFacts({ cwd: folder, ...part })).text);
    written.push(name);
  }
  return written;
}

/** What a plan says of each file: its row and its text from then on. */
function results(plans: readonly Plan[]): Readonly<Record<string, unknown>> {
  const files = plans.flatMap((planned) => planned.files);
  const byPath = files.map(({ path, row, after }) => [`${row.kind} ${path}`, { row, after }] as const);
  expect(new Set(byPath.map(([key]) => key)).size).toBe(byPath.length);
  return Object.fromEntries(byPath.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

describe('each package planned alone, with the facts of the others', () => {
  test.each<[string, Partial<PlanOptions>]>([
    ['as usual', {}],
    ['--as mjs', { as: 'mjs' }],
    ['--object-exports named, on Node 24', { objectExports: 'named', node: '24' }],
    ['with an answer', { answers: { 'packages/core/lib/index.js': { shape: 'keep' } } }],
  ])('together they are the plan of the whole workspace: %s', async (_, options) => {
    const whole = await plan({ cwd: folder, ...options });
    const factsIn = await writeFacts();
    const alone: Plan[] = [];
    for (const part of parts) alone.push(await plan({ cwd: folder, ...part, ...options, factsIn }));
    expect(results(alone)).toEqual(results([whole]));
    expect(whole.report.summary).toMatchObject({ error: 1 });
    expect(whole.report.summary.refused).toBeGreaterThan(0);
  });

  test('a plan is about its own package only, and writes nothing', async () => {
    const factsIn = await writeFacts();
    const planned = await plan({ cwd: folder, paths: ['packages/app'], factsIn });
    expect(planned.files.every(({ path }) => path.startsWith('packages/app/'))).toBe(true);
    await expect(planned.write()).rejects.toThrow('apply the patches of all');
  });

  test('what only rewriting a file needs is not in the lines', async () => {
    const { text } = await packageFacts({ cwd: folder, paths: ['packages/core'] });
    const [header, ...lines] = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(header).toMatchObject({ format: 1, esmshift: version });
    expect(lines.map(({ path }) => path)).toEqual([
      'packages/core/kept.js',
      'packages/core/lib/index.js',
      'packages/core/lib/twice.js',
    ]);
    expect(Object.keys(lines[1].facts.layout)).toEqual(['useStrict']);
    expect(lines[1].facts.names).not.toHaveProperty('used');
  });
});

describe('facts that cannot be trusted', () => {
  async function failureAfter(change: (factsIn: readonly string[]) => void): Promise<unknown> {
    const factsIn = await writeFacts();
    change(factsIn);
    const planned = plan({ cwd: folder, paths: ['packages/app'], factsIn });
    return planned.then(
      () => null,
      (error) => `${error.name}: ${error.message}`,
    );
  }

  test.each<[string, (folder: string, facts: string) => void, string]>([
    [
      'a source that changed',
      (root) => appendFileSync(join(root, 'packages/core/lib/twice.js'), 'exports.more = 1;\n'),
      'FactsRefused: Stale facts: packages/core/lib/twice.js changed after they were written.',
    ],
    [
      'a source that is gone',
      (root) => rmSync(join(root, 'packages/core/lib/twice.js')),
      'FactsRefused: Stale facts: packages/core/lib/twice.js changed after they were written.',
    ],
    [
      'a source that is new',
      (root) => writeFileSync(join(root, 'packages/core/lib/new.js'), "require('app');\n"),
      'FactsRefused: The facts of a package lack packages/core/lib/new.js.',
    ],
    [
      'a source that was broken and is no more',
      (root) => writeFileSync(join(root, 'packages/broken/index.js'), 'exports.a = 1;\n'),
      'FactsRefused: Stale facts: packages/broken/index.js changed',
    ],
    [
      'a line that was changed',
      (_, facts) => writeFileSync(facts, readFileSync(facts, 'utf8').replace('"named"', '"default"')),
      'FactsRefused: .facts/1.jsonl is not as it was written: cut off or changed.',
    ],
    [
      'lines that are cut off',
      (_, facts) => writeFileSync(facts, readFileSync(facts, 'utf8').split('\n').slice(0, 2).join('\n')),
      'FactsRefused: .facts/1.jsonl is not as it was written: cut off or changed.',
    ],
    [
      'another version',
      (_, facts) => writeFileSync(facts, readFileSync(facts, 'utf8').replace(`"${version}"`, '"0.0.1"')),
      `FactsRefused: .facts/1.jsonl was written by esmshift 0.0.1, this is ${version}`,
    ],
    [
      'something else',
      (_, facts) => writeFileSync(facts, '{}\n'),
      'FactsRefused: .facts/1.jsonl holds no facts: --facts-out writes them.',
    ],
    [
      'no such file',
      (_, facts) => rmSync(facts),
      'FactsRefused: The facts in .facts/1.jsonl cannot be read (ENOENT).',
    ],
  ])('%s', async (_, change, message) => {
    const failure = await failureAfter((factsIn) => change(folder, join(folder, factsIn[1]!)));
    expect(failure).toContain(message);
  });

  test('packages of which there are no facts are taken as not converted', async () => {
    const paths = ['packages/app'];
    const planned = await plan({ cwd: folder, paths, factsIn: [] });
    const asUsual = await plan({ cwd: folder, paths });
    const files = asUsual.files.filter(({ path }) => path.startsWith('packages/app/'));
    expect(results([planned])).toEqual(results([{ ...asUsual, files }]));
  });

  test('a fault of ours, which plans of other packages cannot know, ends the run', () => {
    const outcome = {
      status: 'refused',
      shape: null,
      findings: [],
      fault: faultFinding('oops'),
    } as const;
    const sound = { ...outcome, fault: null };
    const file = { id: 'a.js', edits: () => [], changed: false };
    expect(() => refuseFaults([{ ...file, outcome: sound }])).not.toThrow();
    expect(() => refuseFaults([{ ...file, outcome }])).toThrow(/keeps a\.js from being/);
  });
});
