import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Reviewed, ReviewOptions } from '../reporter.ts';
import { pageFiles, pageOutline } from './page-data.ts';

/** One page that needs nothing but a browser: no network, no server, no other file. */
export function* html(review: Reviewed, options: ReviewOptions): Iterable<string> {
  const [script, style] = [asset('page.js'), asset('page.css')];
  const outline = pageOutline(review, options);
  const parts: Record<string, () => Iterable<string>> = {
    policy: () => [policyFor(script, style)],
    title: () => [escaped(outline.title)],
    style: () => [style],
    data: () => dataPieces(review, outline),
    script: () => [script],
  };
  // Odd pieces are names: "…<title>%title%</title>…".
  for (const [index, piece] of asset('page.html')
    .split(/%(\w+)%/)
    .entries())
    yield* index % 2 === 0 ? [piece] : parts[piece]!();
}

/** The page's parts lie beside this file once it is built (scripts/build-page.mjs). */
function asset(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

/** A Content-Security-Policy under which the page loads nothing and runs only the script that it came with. */
function policyFor(script: string, style: string): string {
  return `default-src 'none'; img-src data:; style-src ${hashOf(style)}; script-src ${hashOf(script)}`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function* dataPieces(review: Reviewed, outline: object): Iterable<string> {
  yield `${inScript(outline).slice(0, -1)},"files":[`;
  let isFirst = true;
  for (const file of pageFiles(review)) {
    yield (isFirst ? '\n' : ',\n') + inScript(file);
    isFirst = false;
  }
  yield ']}';
}

/** JSON that cannot end the element that it stands in, nor open a comment. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
