import { afterEach, describe, expect, test } from '@jest/globals';
import type { Options } from 'yargs';
import { conversionOptions, outputOptions } from '../../src/cli/options.ts';
import { version } from '../../src/version.ts';
import { makeTree, removeTrees } from '../support/tree.ts';
import { runCli } from './run-cli.ts';

afterEach(removeTrees);

test('--help shows commands, grouped options, examples and exit statuses', async () => {
  const { status, stdout, stderr } = await runCli(['--help']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  for (const part of [
    'esmshift check [paths..]',
    'Conversion:',
    '--object-exports',
    'Examples:',
    'Exit status:',
  ])
    expect(stdout).toContain(part);
});

test('--version prints the version', async () => {
  expect(await runCli(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

describe('each choice that an option lists is taken:', () => {
  const options: Readonly<Record<string, Options>> = { ...conversionOptions, ...outputOptions };
  const choices = Object.entries(options).flatMap(([name, option]) =>
    (option.choices ?? []).map((choice) => [`--${name}`, String(choice)]),
  );
  test.each(choices)('%s %s', async (name, choice) => {
    const cwd = makeTree({ 'a.js': 'exports.a = 1;\n' });
    expect(await runCli([name, choice], { cwd })).toMatchObject({ status: 0, stderr: '' });
  });
});

test('--output - is stdout', async () => {
  const cwd = makeTree({ 'a.js': 'exports.a = 1;\n' });
  const { status, stdout } = await runCli(['--json', '--output', '-'], { cwd });
  expect({ status, version: JSON.parse(stdout).version }).toEqual({ status: 0, version: 1 });
});

test('an answer for no file of the run is no slip to pass over', async () => {
  const cwd = makeTree({ 'lib/a.js': 'exports.a = 1;\n' });
  expect(await runCli(['--answer', 'lib/b.js=default'], { cwd })).toEqual({
    status: 2,
    stdout: '',
    stderr: 'esmshift: --answer lib/b.js is for no file that this run takes. Did you mean lib/a.js?\n',
  });
});

describe('wrong usage is one line on stderr and status 2:', () => {
  test.each([
    [['--wirte'], 'There is no option --wirte. Did you mean --write?'],
    [['check', '--write'], 'There is no option --write.'],
    [['-x'], 'There is no option -x.'],
    [['--node', '18'], '--node was given "18" but takes one of "20.19", "22", "24".'],
    [['--node', '22', '--node', '24'], '--node is given more than once.'],
    [['--verify', ''], '--verify takes a command.'],
    [['--output'], '--output takes a value.'],
    [['--output', 'a', '--output', 'b'], '--output b has no --reporter of its own.'],
    [['--json', '--reporter', 'patch'], '--json and --reporter exclude each other.'],
    [['--reporter', 'htlm'], '--reporter was given "htlm" but takes one of "pretty", '],
    [['--diff', '--no-diff'], '--no-diff and --diff exclude each other.'],
    [['--answer', 'lib/x.js'], '--answer takes PATH=default, PATH=named or PATH=keep, not lib/x.js.'],
    [['--answer', 'lib/x.js=esm'], '--answer takes PATH=default, PATH=named or PATH=keep, not lib/x.js=esm.'],
    [['no/such/folder'], '`no/such/folder` names no file or folder'],
    [['no/such/*.js'], '`no/such/*.js` names no file or folder, and as a glob it matches nothing.'],
    [['--', '--no-such-file'], '`--no-such-file` names no file or folder'],
    [['chekc'], 'Did you mean `esmshift check`?'],
    [['explain', 'export-escape'], 'There is no code export-escape. Did you mean exports-escape?'],
    [['explain', 'one', 'two'], 'The argument two is one too many.'],
  ])('%j', async (args, message) => {
    const { status, stdout, stderr } = await runCli(args);
    expect({ status, stdout, lines: stderr.match(/\n/g) }).toEqual({ status: 2, stdout: '', lines: ['\n'] });
    expect(stderr).toMatch(/^esmshift: /);
    expect(stderr).toContain(message);
  });
});

describe('explain', () => {
  test('lists all codes by group', async () => {
    const { status, stdout } = await runCli(['explain']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Exports\n {2}exports-escape +The exports object is handed to code/);
  });

  test('says what one means, with what goes wrong without it', async () => {
    const { status, stdout } = await runCli(['explain', 'exports-escape']);
    expect(status).toBe(0);
    for (const part of ['ECMA-262', 'What to do:', 'main.js', 'Converted without a thought', 'lib.mjs'])
      expect(stdout).toContain(part);
    expect(stdout).not.toContain('\u001b');
  });

  test('colours where FORCE_COLOR asks for it', async () => {
    const { stdout } = await runCli(['explain'], { env: { FORCE_COLOR: '1' } });
    expect(stdout).toContain('\u001b[36mexports-escape');
  });
});
