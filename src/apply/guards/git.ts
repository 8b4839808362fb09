import { execFile } from 'node:child_process';

/** What git knows of a folder and of the files in it that are to be written. Paths are relative to that folder. */
export interface GitState {
  /** Tracked files whose content differs from the index. */
  readonly dirty: readonly string[];
  /** Files whose index entry differs from the last commit. */
  readonly staged: readonly string[];
  /** Of the given files, those that git does not track, and could not give back. */
  readonly untracked: readonly string[];
  /** Of the given files, those that git ignores. */
  readonly ignored: readonly string[];
}

/** Why git could not be asked: it is not installed, or it refused (`detected dubious ownership in repository`). */
export class GitUnable extends Error {
  override readonly name = 'GitUnable';
}

/**
 * Asks git, without changing anything: not even its index is refreshed (git(1), GIT_OPTIONAL_LOCKS).
 *
 * @throws GitUnable
 */
export async function gitState(root: string, files: readonly string[]): Promise<GitState> {
  // The paths of `status` start at the top of the work tree, all others at `root`.
  const prefix = (await git(root, ['rev-parse', '--show-prefix'])).replace(/\n$/, '');
  const changes = changesIn(
    await git(root, ['status', '--porcelain=v1', '-z', '--untracked-files=no', '--no-renames', '--', '.']),
    prefix,
  );
  const tracked = new Set(listOf(await git(root, ['ls-files', '-z', '--cached', '--', '.'])));
  const strangers = files.filter((file) => !tracked.has(file));
  const ignored = new Set(strangers.length === 0 ? [] : await ignoredOf(root, strangers));
  return {
    dirty: changes.flatMap(({ inWorkTree, path }) => (inWorkTree ? [path] : [])),
    staged: changes.flatMap(({ inIndex, path }) => (inIndex ? [path] : [])),
    untracked: strangers.filter((file) => !ignored.has(file)),
    ignored: strangers.filter((file) => ignored.has(file)),
  };
}

/** `XY path` for each file (git-status(1), "Porcelain Format Version 1"). */
function changesIn(output: string, prefix: string) {
  return listOf(output).map((line) => ({
    inIndex: line[0] !== ' ',
    inWorkTree: line[1] !== ' ',
    path: line.slice(3).startsWith(prefix) ? line.slice(3 + prefix.length) : line.slice(3),
  }));
}

async function ignoredOf(root: string, files: readonly string[]): Promise<readonly string[]> {
  return listOf(await git(root, ['check-ignore', '-z', '--stdin'], files.join('\0')));
}

function listOf(output: string): readonly string[] {
  return output.split('\0').filter((item) => item !== '');
}

/** `check-ignore` ends with 1 where nothing is ignored, which is an answer. */
const ANSWERS: readonly (string | number | null | undefined)[] = [0, 1];

function git(cwd: string, args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      // A repository may name a program that watches its files: it is not started.
      ['-c', 'core.fsmonitor=false', ...args],
      {
        cwd,
        env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
        maxBuffer: Number.POSITIVE_INFINITY,
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        if (error === null || ANSWERS.includes(error.code)) resolve(stdout);
        else
          reject(new GitUnable(String(error.code) === 'ENOENT' ? 'git is not installed' : reasonIn(stderr)));
      },
    );
    // Where git ends before it has read everything, its status says why.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

function reasonIn(stderr: string): string {
  const line = stderr.trim().split('\n', 1)[0] ?? '';
  return line.replace(/^fatal: /, '') || 'git failed';
}
