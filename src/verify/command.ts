import { spawn } from 'node:child_process';

export interface CommandResult {
  readonly passed: boolean;
  /** How it ended, where it did not pass: `exit status 1`. */
  readonly reason: string;
  /** The end of what it printed, standard error included. */
  readonly output: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** Of longer outputs only the end is kept: it says what went wrong. */
const KEPT = 16_384;

/** Longer delays than this, 25 days, Node's timers take for one millisecond. */
const LONGEST_DELAY = 2 ** 31 - 1;

/**
 * Runs a command line in a shell, as npm runs scripts, until it ends or its time is up. What it started ends with it.
 *
 * @throws the signal's reason
 */
export async function runCommand(command: string, options: CommandOptions): Promise<CommandResult> {
  const { cwd, timeoutMs, signal } = options;
  signal?.throwIfAborted();
  const child = spawn(command, {
    cwd,
    shell: true,
    // A group of its own, so that all of it can be ended.
    detached: !isWindows,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output = (output + chunk).slice(-KEPT);
    });
  let timedOut = false;
  const end = (): void => endGroup(child.pid);
  const timer = setTimeout(
    () => {
      timedOut = true;
      end();
    },
    Math.min(timeoutMs, LONGEST_DELAY),
  );
  signal?.addEventListener('abort', end);
  try {
    const ended = await new Promise<string | null>((resolve) => {
      child.on('error', (error) => resolve(error.message));
      child.on('close', (status, signalName) =>
        resolve(status === 0 ? null : howItEnded(status, signalName)),
      );
    });
    signal?.throwIfAborted();
    const reason = timedOut ? `no end after ${timeoutMs / 1000} s` : ended;
    return { passed: reason === null, reason: reason ?? '', output };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
  }
}

const isWindows = process.platform === 'win32';

function howItEnded(status: number | null, signalName: string | null): string {
  return status === null ? `signal ${signalName}` : `exit status ${status}`;
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  if (isWindows) spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
  else
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
}
