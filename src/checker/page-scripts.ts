import type { ScanContext } from './context.ts';
import { nodesOf } from './nodes.ts';

/** What the strings of a file name by script elements: `res.send('<script src="/app.js"></script>')`. */
export function pageScripts(scan: ScanContext): readonly string[] {
  if (!scan.source.includes('<script')) return [];
  return [
    ...nodesOf(scan, 'StringLiteral').map(({ value }) => value),
    ...nodesOf(scan, 'TemplateLiteral').map(({ start, end }) => scan.source.slice(start!, end!)),
  ].flatMap(scriptsNamedIn);
}

/**
 * The paths that script elements of a page, or of a template of one, have the browser load as scripts: those of modules are
 * left out, and those on other servers. Of a path that a template begins, what follows.
 *
 * @see HTML, "4.12.1 The script element"
 */
export function scriptsNamedIn(text: string): readonly string[] {
  return Array.from(text.matchAll(scriptTags), ([, inTag, inCall]) => inTag ?? inCall!).flatMap(
    (attributes) => {
      if (/\btype\s*=\s*\\?["']?module\b/i.test(attributes)) return [];
      const [, source] = /\bsrc\s*=\s*(.+)/is.exec(attributes) ?? [];
      if (source === undefined || /^\\?["'`]?(?:[a-z]+:)?\/\//i.test(source)) return [];
      const [path] = /[\w@%.~+/-]*[\w@%~+-]\.c?js\b/.exec(source) ?? [];
      return path === undefined ? [] : [path];
    },
  );
}

/** `<script src="a.js">`, `<script src="<%= base %>/a.js">`, and in Pug `script(src='a.js')` */
const scriptTags = /<script\b((?:<%[^%]{0,200}%>|[^>]){0,1000})>|\bscript\(([^)\n]{0,1000})\)/gis;
