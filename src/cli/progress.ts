import type { Progress } from '../project/plan-options.ts';
import type { Context } from './context.ts';

const VERBS: Record<Progress['phase'], string> = {
  find: 'Finding files',
  scan: 'Reading',
  link: 'Linking',
  rewrite: 'Converting',
  verify: 'Verifying, run',
  write: 'Writing',
};
/** Faster than this nobody reads. */
const INTERVAL_MS = 80;
const CLEAR_LINE = '\r\u001b[2K';

export interface ProgressLine {
  update(progress: Progress): void;
  /** Removes the line, so that what follows starts on a clean one. */
  end(): void;
}

/** One line on stderr that is written over and over; nothing where stderr is no terminal. */
export function progressLine({ stderr, env }: Pick<Context, 'stderr' | 'env'>): ProgressLine {
  if (stderr.isTTY !== true || env.TERM === 'dumb') return { update() {}, end() {} };
  let shownAt = 0;
  return {
    update({ phase, done, total }) {
      const now = Date.now();
      if (now - shownAt < INTERVAL_MS) return;
      shownAt = now;
      const count = total > 0 ? ` ${done}/${total}` : done > 0 ? ` ${done}` : '';
      stderr.write(`${CLEAR_LINE}${VERBS[phase]}${count}`);
    },
    end() {
      if (shownAt > 0) stderr.write(CLEAR_LINE);
    },
  };
}
