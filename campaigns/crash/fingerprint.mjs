// @ts-check
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One hash over the name, kind, mode and content of everything below a folder.
 *
 * @param {string} root
 * @param {{journals: boolean}} options Whether `.esmshift/` counts.
 */
export function fingerprint(root, { journals }) {
  const hash = createHash('sha256');
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const name of readdirSync(join(root, folder)).sort()) {
      const path = join(folder, name);
      if (path === '.esmshift' && !journals) continue;
      const stats = lstatSync(join(root, path));
      hash.update(`\0${path}\0${stats.isDirectory() ? '' : stats.mode}\0`);
      if (stats.isDirectory()) pending.push(path);
      else if (stats.isSymbolicLink()) hash.update(readlinkSync(join(root, path)));
      else hash.update(readFileSync(join(root, path)));
    }
  }
  return hash.digest('hex');
}
