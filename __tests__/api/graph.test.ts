import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { plan } from '../../src/index.ts';
import { writeFiles } from '../support/run.ts';

let cwd: string;
beforeAll(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'esmshift-graph-')));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

test('the graph has every source, each way in which one names another, and the cycles', async () => {
  writeFiles(cwd, {
    'package.json': '{ "name": "sample", "private": true }',
    'index.js':
      "require('./lib/a'); require('./lib/a.js');\nexports.f = () => require('./lib/b');\nrequire('fs');\n",
    'lib/a.js': "exports.b = require('./b');\nexports.load = () => import('./m.mjs');\n",
    'lib/b.js': "exports.a = () => require('./a');\n",
    'lib/m.mjs': "import './broken.js';\nexport const m = 1;\n",
    'lib/broken.js': 'exports.x = ;\n',
  });
  const graph = (await plan({ cwd })).graph();
  expect(graph.nodes.map(({ id }) => id)).toEqual([
    'index.js',
    'lib/a.js',
    'lib/b.js',
    'lib/broken.js',
    'lib/m.mjs',
  ]);
  expect(graph.nodes).toContainEqual({ id: 'lib/broken.js', shape: null, status: 'error' });
  expect(graph.edges).toEqual([
    { from: 'index.js', to: 'lib/a.js', kind: 'require' },
    { from: 'index.js', to: 'lib/b.js', kind: 'late' },
    { from: 'lib/a.js', to: 'lib/b.js', kind: 'require' },
    { from: 'lib/a.js', to: 'lib/m.mjs', kind: 'dynamic' },
    { from: 'lib/b.js', to: 'lib/a.js', kind: 'late' },
    { from: 'lib/m.mjs', to: 'lib/broken.js', kind: 'import' },
  ]);
  expect(graph.cycles.map((cycle) => [...cycle].sort())).toEqual([['lib/a.js', 'lib/b.js']]);
  expect(JSON.parse(JSON.stringify(graph))).toEqual(graph);
});
