// @ts-check
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A copy of a folder on a small disk of its own, with so many bytes to spare; null where nobody may mount one.
 *
 * @param {string} original
 * @param {number} spare
 */
export function smallDisk(original, spare) {
  const disk = mkdtempSync(join(tmpdir(), 'esmshift-disk-'));
  const release = () => {
    try {
      execFileSync('umount', [disk], { stdio: 'ignore' });
    } catch {
      // It was never mounted.
    }
    rmSync(disk, { recursive: true, force: true });
  };
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk], { stdio: 'ignore' });
    const root = join(disk, 'project');
    mkdirSync(root);
    cpSync(original, root, { recursive: true, verbatimSymlinks: true });
    const used = Number(
      execFileSync('df', ['--output=used', '-B1', disk], { encoding: 'utf8' }).split('\n')[1],
    );
    execFileSync('mount', ['-o', `remount,size=${used + spare}`, disk], { stdio: 'ignore' });
    return { root, release };
  } catch {
    release();
    return null;
  }
}
