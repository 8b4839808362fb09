import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { plan, undo } from '../../src/index.ts';
import { runCli } from '../cli/run-cli.ts';
import { makeTree, removeTrees } from '../support/tree.ts';
import { snapshot } from './snapshot.ts';

afterEach(removeTrees);

const tree = {
  'package.json': '{\n\t"name": "undone",\n\t"main": "lib/kept.js"\n}\n',
  'a.js': "#!/usr/bin/env node\r\nconst { kept } = require('./lib/kept');\r\nkept();\r\n",
  'lib/kept.js': '// esmshift: keep\nexports.kept = () => {};\n',
  'lib/more.js': 'exports.more = 1;',
};

async function written() {
  const root = makeTree(tree);
  chmodSync(join(root, 'a.js'), 0o755);
  const before = snapshot(root);
  await (await plan({ cwd: root })).write();
  return { root, before };
}

test('puts back renames, package.json, modes and line ends, and leaves nothing behind', async () => {
  const { root, before } = await written();
  expect(existsSync(join(root, 'lib/kept.cjs'))).toBe(true);
  expect(snapshot(root)).not.toMatchObject(before);
  const undone = await undo({ cwd: join(root, 'lib') });
  expect(undone).toEqual({
    root,
    restored: ['a.js', 'lib/more.js', 'package.json', 'lib/kept.js'],
    skipped: [],
    interrupted: false,
  });
  expect(snapshot(root)).toEqual(before);
  await expect(undo({ cwd: root })).rejects.toThrow('nothing to undo');
});

test('goes back one write after the other', async () => {
  const root = makeTree(tree);
  const first = snapshot(root);
  await (await plan({ cwd: root, paths: ['a.js'] })).write();
  const second = snapshot(root);
  await (await plan({ cwd: root })).write();
  await undo({ cwd: root });
  expect(snapshot(root)).toEqual(second);
  await undo({ cwd: root });
  expect(snapshot(root)).toEqual(first);
});

describe('where files changed since', () => {
  test('nothing is undone, and they are listed', async () => {
    const { root } = await written();
    writeFileSync(join(root, 'a.js'), 'mine');
    rmSync(join(root, 'lib/more.js'));
    writeFileSync(join(root, 'lib/kept.js'), 'mine, too');
    const now = snapshot(root);
    await expect(undo({ cwd: root })).rejects.toThrow(
      /changed since.*\n {2}a\.js\n {2}lib\/more\.js\n {2}lib\/kept\.js$/,
    );
    expect(snapshot(root)).toEqual(now);
  });

  test('the others are put back where that is wished', async () => {
    const { root } = await written();
    writeFileSync(join(root, 'a.js'), 'mine');
    const { status, stdout } = await runCli(['undo', '--skip-changed'], { cwd: root });
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'The last --write is undone: 3 files are as before.\n  left as it is, changed since: a.js\n',
    });
    expect(readFileSync(join(root, 'a.js'), 'utf8')).toBe('mine');
    expect(readFileSync(join(root, 'package.json'), 'utf8')).toBe(tree['package.json']);
    expect(existsSync(join(root, 'lib/kept.cjs'))).toBe(false);
  });
});

test('after an interruption no run converts what is left, but says how to put it back', async () => {
  const { root, before } = await written();
  rmSync(join(root, '.esmshift/1/done'));
  writeFileSync(join(root, 'lib/more.js'), tree['lib/more.js']);
  for (const args of [[], ['--write', '--allow-no-vcs'], ['check']]) {
    const { status, stderr } = await runCli(args, { cwd: join(root, 'lib') });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining('`esmshift undo` puts every file back'),
    });
  }
  const { stdout } = await runCli(['undo'], { cwd: root });
  expect(stdout).toBe('The interrupted --write is undone: 4 files are as before.\n');
  expect(snapshot(root)).toEqual(before);
});
