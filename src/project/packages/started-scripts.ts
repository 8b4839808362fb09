import { join, posix } from 'node:path';
import { isFile } from '../files/is-file.ts';
import { hasSourceEnding, isExtensionless, isUnmarkedText, startsNode } from '../files/kinds.ts';
import type { Manifest } from './manifest.ts';

/** `node -r ./setup cli --watch` */
const commandOfNode =
  /\bnode(?:js)?(?:\s+(?:(?:-r|-C|--require|--import|--loader|--conditions)\s+[^\s-]\S*|-\S+))*\s+["']?([^\s"'`;&|()<>-][^\s"'`;&|()<>]*)/g;

/**
 * The files that package.json has Node start although their names are not those of JavaScript: `bin/crc32.njs`, or `cli`
 * without a shebang. Node takes them for CommonJS, and in a package of type `module` for ES modules, or not at all.
 *
 * @returns Paths relative to the folder of the package.
 */
export function startedScripts({ folder, bin, scripts }: Manifest): readonly string[] {
  const isUnusual = (file: string): boolean =>
    !hasSourceEnding(file) && !file.startsWith('../') && isFile(join(folder, file));
  const commands = [...bin.values()]
    .map((file) => posix.normalize(file))
    .filter((file) => isUnusual(file) && runsInNode(join(folder, file)));
  const given = [...scripts.values()]
    .flatMap((script) => [...script.matchAll(commandOfNode)].map(([, file]) => posix.normalize(file!)))
    .filter(isUnusual);
  return [...new Set([...commands, ...given])];
}

function runsInNode(file: string): boolean {
  return startsNode(file) || (isExtensionless(file) && isUnmarkedText(file));
}
