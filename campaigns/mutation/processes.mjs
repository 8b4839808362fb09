// @ts-check
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('work.mjs', import.meta.url));
const execArgv = ['--experimental-vm-modules', '--no-warnings'];

/**
 * @typedef {object} Measured
 * @property {string} id
 * @property {number} ms of the processor
 * @property {number} beforeMs the same, of what has to be done before it
 * @property {number} longestMs of the clock, for both
 * @property {Readonly<Record<string, number>>} reached how often it reaches which mutants and files
 */

/** A process with tests in it (work.mjs). It has a group and a temporary folder of its own, and ends with all it started. */
export class TestProcess {
  #folder = mkdtempSync(join(tmpdir(), 'esmshift-mutation-'));
  #child;

  /** @param {string} [mutant] active while the files are loaded, too */
  constructor(mutant) {
    const env = { ...process.env, NO_COLOR: '1', TMPDIR: this.#folder, __STRYKER_ACTIVE_MUTANT__: mutant };
    this.#child = fork(script, { env, execArgv, stdio: 'ignore', detached: true });
  }

  /**
   * @param {object} task
   * @param {(begun: string | null) => number} mostMs how long what begins now may take
   * @returns {Promise<any>} null where it took longer, or ended the process
   */
  ask(task, mostMs) {
    return new Promise((resolve) => {
      /** @type {NodeJS.Timeout | undefined} */
      let timer;
      const finish = (/** @type {any} */ result) => {
        clearTimeout(timer);
        this.#child.off('message', hear).off('close', close);
        resolve(result);
      };
      const close = () => finish(null);
      const wait = (/** @type {string | null} */ begun) => {
        clearTimeout(timer);
        timer = setTimeout(close, mostMs(begun));
      };
      const hear = (/** @type {any} */ message) => {
        if ('result' in message) finish(message.result);
        else wait(message.begun);
      };
      this.#child.on('message', hear).on('close', close);
      wait(null);
      this.#child.send(task);
    });
  }

  end() {
    try {
      process.kill(-(this.#child.pid ?? 0), 'SIGKILL');
    } catch {
      // It is over already.
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
