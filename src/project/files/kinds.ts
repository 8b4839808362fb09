import { closeSync, openSync, readSync } from 'node:fs';
import { nameOf } from './paths.ts';

/** Which files are JavaScript or TypeScript: by their ending, or by a shebang that starts Node. */

const sourceEnding = /\.(?:[cm]?[jt]s|[jt]sx)$/;
const declarationEnding = /\.d\.[cm]?ts$/;
const shebangOfNode = /^#!.*[\s/](?:node|nodejs)(?:\.exe)?(?:\s|$)/;
const shebangOfShell = /^#!.*[\s/](?:ba|da|k|z)?sh(?:\s|$)/;
const longestShebang = 256;

/** Whether the name ends as a source file does. Declaration files hold no code; `.#a.js` is the lock of an editor. */
export function hasSourceEnding(id: string): boolean {
  return sourceEnding.test(id) && !declarationEnding.test(id) && !nameOf(id).startsWith('.#');
}

/** Whether the name has no ending, so that only a shebang can tell what it is. */
export function isExtensionless(id: string): boolean {
  return !nameOf(id).includes('.');
}

/** What the name alone tells. */
export function mayBeSource(id: string): boolean {
  return hasSourceEnding(id) || isExtensionless(id);
}

/** Whether the file starts with a shebang that runs Node. False where it cannot be read. */
export function startsNode(absolute: string): boolean {
  return shebangOfNode.test(firstLine(absolute));
}

/** Whether it starts with one that runs a shell. */
export function startsShell(absolute: string): boolean {
  return shebangOfShell.test(firstLine(absolute));
}

function firstLine(absolute: string): string {
  return readStart(absolute)
    .replace(/^\uFEFF/, '')
    .split(/[\r\n]/, 1)[0]!;
}

function readStart(absolute: string): string {
  let handle: number;
  try {
    handle = openSync(absolute, 'r');
  } catch {
    return '';
  }
  try {
    const bytes = Buffer.alloc(longestShebang);
    return bytes.toString('utf8', 0, readSync(handle, bytes, 0, longestShebang, 0));
  } catch {
    return '';
  } finally {
    closeSync(handle);
  }
}
