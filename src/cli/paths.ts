import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import picomatch from 'picomatch';
import { Failure } from './failure.ts';
import { didYouMean } from './nearest.ts';

/**
 * Refuses a path that names nothing: converting the rest would look like success.
 *
 * @param commands Names for which such a path may have been a slip.
 */
export function requireExisting(paths: readonly string[], cwd: string, commands: readonly string[]): void {
  for (const path of paths) {
    if (picomatch.scan(path).isGlob || existsSync(resolve(cwd, path))) continue;
    throw new Failure(
      `There is no file or folder ${path}.${didYouMean(path, commands, (match) => `\`esmshift ${match}\``)}`,
    );
  }
}
