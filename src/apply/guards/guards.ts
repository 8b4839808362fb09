import { refusal } from '../change.ts';
import { type GitState, GitUnable, gitState } from './git.ts';
import { versionControlOf } from './vcs.ts';

/** What a person allows in so many words. */
export interface Allowed {
  readonly noVcs: boolean;
  readonly dirty: boolean;
  readonly staged: boolean;
}

/**
 * Makes sure that a person could look at what is written as one difference, and go back, as `cargo fix` does.
 *
 * @param root A real path.
 * @param files The files that will be written or removed, relative to the root.
 * @throws WriteRefused with what stands in the way and the switch that allows it
 */
export async function refuseUnguarded(
  root: string,
  files: readonly string[],
  allowed: Allowed,
): Promise<void> {
  const system = versionControlOf(root);
  if (system === null)
    return allowed.noVcs ? undefined : refuse([`${root} is under no version control`], NO_VCS);
  if (system !== 'git') return;
  const state = await gitState(root, files).catch((error: unknown) => {
    if (!(error instanceof GitUnable)) throw error;
    return allowed.noVcs ? null : refuse([error.message], NO_VCS);
  });
  if (state === null) return;
  const staged = allowed.staged ? [] : state.staged.map((path) => `${path} (staged)`);
  const dirty = allowed.dirty ? [] : dirtyIn(state);
  if (staged.length + dirty.length === 0) return;
  const switches = [
    ...(dirty.length > 0 ? ['--allow-dirty'] : []),
    ...(staged.length > 0 ? ['--allow-staged'] : []),
  ];
  refuse(
    [...dirty, ...staged],
    `commit these changes, or write in spite of them with ${switches.join(' ')}`,
    'Changes that are not committed would be mixed with those of the conversion',
  );
}

const NO_VCS = 'so what is written could not be compared with what was; --allow-no-vcs writes all the same';

function dirtyIn({ dirty, untracked, ignored }: GitState): readonly string[] {
  return [
    ...dirty.map((path) => `${path} (changed)`),
    ...untracked.map((path) => `${path} (not tracked by git, and would be written)`),
    ...ignored.map((path) => `${path} (ignored by git, and would be written)`),
  ];
}

function refuse(reasons: readonly string[], way: string, heading: string | null = null): never {
  if (heading === null) throw refusal(`${reasons[0]}, ${way}`, []);
  throw refusal(`${heading}; ${way}:`, reasons);
}
