// Child processes of Node: run to the end or to a limit, a few at a time.

import { execFile } from 'node:child_process';

/**
 * @typedef {object} Ended
 * @property {number | null} exitCode  null where a signal ended it
 * @property {string | null} signal
 * @property {string} stdout
 * @property {string} stderr
 */

/** As many as the other work on a small machine can bear. */
const atOnce = 2;

/**
 * Runs a script in a Node of its own, without the settings of this one.
 *
 * @param {readonly string[]} args
 * @param {{ cwd: string, seconds: number, env?: Record<string, string>, input?: string }} options
 * @returns {Promise<Ended>}
 */
export function runNode(args, { cwd, seconds, env = {}, input = '' }) {
  const { NODE_OPTIONS: _, FORCE_COLOR: __, NODE_ENV: ___, ...inherited } = process.env;
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      {
        cwd,
        env: { ...inherited, NO_COLOR: '1', ...env },
        timeout: seconds * 1000,
        killSignal: 'SIGKILL',
        maxBuffer: 2 ** 30,
      },
      (_error, stdout, stderr) => {
        resolve({ exitCode: child.exitCode, signal: child.signalCode, stdout, stderr });
      },
    );
    // A child that never reads must not make writing to it an error of ours.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

/**
 * Works on every item, some at once.
 *
 * @template Item, Result
 * @param {Iterable<Item>} items
 * @param {(item: Item) => Promise<Result>} work
 * @returns {Promise<Result[]>} in the order of the items
 */
export async function inParallel(items, work) {
  const queue = [...items].entries();
  /** @type {Result[]} */
  const results = [];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const [index, item] of queue) results[index] = await work(item);
    }),
  );
  return results;
}
