import type { Readable, Writable } from 'node:stream';
import type { ExitStatus } from './exit.ts';

/** What a command may touch of the process that it runs in. */
export interface Context {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Where a person types. */
  readonly stdin: Readable & { readonly isTTY?: boolean };
  /** The result. */
  readonly stdout: Terminal;
  /** Progress and complaints. */
  readonly stderr: Terminal;
  /** Aborted when the person interrupts. */
  readonly signal: AbortSignal;
  /** How a command ends. */
  readonly exit: (status: ExitStatus) => void;
}

export type Terminal = Writable & { readonly isTTY?: boolean; readonly columns?: number };
