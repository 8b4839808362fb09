import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { main } from '../../../src/cli/main.ts';

export interface FakeRun {
  readonly status: number;
  readonly screen: string;
  readonly stderr: string;
}

/** Runs the command at a terminal that is none: each key is pressed when the question before it was shown. */
export async function atTerminal(
  cwd: string,
  args: readonly string[],
  keys: readonly string[],
): Promise<FakeRun> {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 200 });
  const stderr = Object.assign(new PassThrough(), { isTTY: false });
  let [screen, complaints, pressed] = ['', '', 0];
  stdout.on('data', (chunk) => {
    screen += stripVTControlCharacters(String(chunk));
    // A question ends with its last choice; the next key is for it, once it listens.
    const asked = screen.match(/\n {2}(?:<q> quit|<n> not now)[^\n]*/g)?.length ?? 0;
    if (asked > pressed && pressed < keys.length) setTimeout((key) => stdin.write(key), 30, keys[pressed++]);
  });
  stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  const env = { NO_COLOR: '1' };
  const { signal } = new AbortController();
  const status = await main(args, { cwd, env, stdin, stdout, stderr, signal });
  return { status, screen, stderr: complaints };
}
