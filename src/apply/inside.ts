import { realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { relativeInside } from '../project/files/paths.ts';
import { errorCode } from '../project/files/problem.ts';
import { WriteRefused } from './change.ts';

/**
 * The absolute path of what is written, with the links of its folder resolved.
 *
 * @param root The real path of the root.
 * @throws WriteRefused where it leads out of the root, through `..` or through a link
 */
export async function inside(root: string, path: string): Promise<string> {
  const absolute = resolve(root, path);
  if (relativeInside(root, absolute) === null || absolute === root) throw leadsOut(path, root);
  const folder = await nearestFolder(dirname(absolute));
  if (relativeInside(root, folder) === null) throw leadsOut(path, root);
  return absolute;
}

function leadsOut(path: string, root: string): WriteRefused {
  return new WriteRefused(`${path} leads out of ${root}`);
}

/** The real path of a folder, or of the nearest one above it that exists. */
async function nearestFolder(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return nearestFolder(dirname(folder));
  }
}
