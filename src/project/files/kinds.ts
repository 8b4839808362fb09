import { closeSync, openSync, readSync } from 'node:fs';
import { nameOf } from './paths.ts';

/** Which files are JavaScript or TypeScript: by their ending, or by a shebang that starts Node. */

const sourceEnding = /\.(?:[cm]?[jt]s|[jt]sx)$/;
const declarationEnding = /\.d\.[cm]?ts$/;
/** HTML, and the languages of templates that become HTML. */
const pageEnding =
  /\.(?:html?|xhtml|ejs|eta|hbs|handlebars|mustache|njk|nunjucks|pug|jade|liquid|twig|erb|haml|php|phtml|jsp|aspx?|cshtml|tmpl|tpl)$/i;
const shebangOfNode = /^#!.*[\s/](?:node|nodejs)(?:\.exe)?(?:\s|$)/;
const shebangOfShell = /^#!.*[\s/](?:ba|da|k|z)?sh(?:\s|$)/;
/** What is a command for a shell, which hands the file to Node, and for Node a directive and a comment. */
const shellToNode = /^#!.*[\r\n]+(['"]):\1\s*\/\/.*\bnode(?:js)?\b/;
const longestStart = 256;

/** Whether the name ends as a source file does. Declaration files hold no code; `.#a.js` is the lock of an editor. */
export function hasSourceEnding(id: string): boolean {
  return sourceEnding.test(id) && !declarationEnding.test(id) && !nameOf(id).startsWith('.#');
}

/** Whether the name ends as a page, or a template of one, does. */
export function isPage(id: string): boolean {
  return pageEnding.test(id);
}

/** Whether the name has no ending, so that only a shebang can tell what it is. */
export function isExtensionless(id: string): boolean {
  return !nameOf(id).includes('.');
}

/** What the name alone tells. */
export function mayBeSource(id: string): boolean {
  return hasSourceEnding(id) || isExtensionless(id);
}

/** Whether the file starts with a shebang that runs Node, by way of a shell or not. False where it cannot be read. */
export function startsNode(absolute: string): boolean {
  const start = readStart(absolute);
  return shebangOfNode.test(firstLine(start)) || shellToNode.test(start);
}

/** Whether it starts with one that runs a shell. */
export function startsShell(absolute: string): boolean {
  const start = readStart(absolute);
  return shebangOfShell.test(firstLine(start)) && !shellToNode.test(start);
}

/** Whether it holds text that does not say what runs it. */
export function isUnmarkedText(absolute: string): boolean {
  const start = readStart(absolute);
  return start !== '' && !start.startsWith('#!') && !start.includes('\0');
}

function firstLine(text: string): string {
  return text.split(/[\r\n]/, 1)[0]!;
}

/** Without the byte order mark. */
function readStart(absolute: string): string {
  let handle: number;
  try {
    handle = openSync(absolute, 'r');
  } catch {
    return '';
  }
  try {
    const bytes = Buffer.alloc(longestStart);
    const length = readSync(handle, bytes, 0, longestStart, 0);
    return bytes.toString('utf8', 0, length).replace(/^\uFEFF/, '');
  } catch {
    return '';
  } finally {
    closeSync(handle);
  }
}
