import type { ScanContext } from './context.ts';
import type { Range } from './facts.ts';

/** Comments that belong to the file whatever follows them: licences, and pragmas that tools look for at its start. */
const belongsToFile =
  /^\/\*!|@(?:license|licence|preserve|copyright|flow|noflow|jest-environment|ts-(?:no)?check|jsx\w*|providesModule|format)\b|\bcopyright\b|\blicen[sc]ed?\b|^\/[/*]\s*(?:eslint|jshint|jslint|jscs|globals?|exported|istanbul|c8|prettier|biome|tslint|standard|esmshift)\b/i;

/**
 * Where a declaration may be put in front of all code: behind byte order mark, hashbang, directives and the comments
 * that are about the file. A comment that stands right above the first statement is about that statement:
 *
 *     // Copyright ...            <- the file's
 *
 *     // Adds one.                <- stays with the function
 *     function increment() {}
 */
export function topOf({ source, parsed }: ScanContext): number {
  const { body, directives, interpreter } = parsed.program;
  const begin = interpreter?.end ?? (source.startsWith('\uFEFF') ? 1 : 0);
  const lastDirective = directives.at(-1);
  const code = lastDirective?.end ?? begin;
  const limit = body[0]?.start ?? source.length;
  const comments = parsed.comments
    .map(({ start, end }): Range => [start!, end!])
    .filter(([start, end]) => start >= code && end <= limit);
  const trailing = comments.filter(
    ([start]) => lastDirective !== undefined && source.slice(code, start).search(lineEnd) < 0,
  );
  const groups = grouped(source, comments.slice(trailing.length));
  const isHeader = (group: Range): boolean =>
    belongsToFile.test(source.slice(...group)) ||
    (lastDirective === undefined && isDetached(source, group, limit));
  const header = groups.findLast(isHeader);
  return nextLine(source, header?.[1] ?? trailing.at(-1)?.[1] ?? code, limit);
}

/** Line comments on lines that follow each other are one comment. */
function grouped(source: string, comments: readonly Range[]): readonly Range[] {
  const groups: Range[] = [];
  for (const comment of comments) {
    const last = groups.at(-1);
    if (
      last !== undefined &&
      isLineComment(source, comment) &&
      isLineComment(source, last) &&
      !hasBlankLine(source.slice(last[1], comment[0]))
    ) {
      groups[groups.length - 1] = [last[0], comment[1]];
    } else {
      groups.push(comment);
    }
  }
  return groups;
}

function isLineComment(source: string, [start]: Range): boolean {
  return source.startsWith('//', start);
}

/** Followed by a blank line, or by nothing at all. */
function isDetached(source: string, [, end]: Range, limit: number): boolean {
  const gap = /\s*/y;
  gap.lastIndex = end;
  const blank = gap.exec(source)?.[0] ?? '';
  return hasBlankLine(blank) || (limit === source.length && end + blank.length === limit);
}

const lineEnd = /\r\n|[\n\r\u2028\u2029]/g;

/** For the white space between two comments, or a comment and the code after it. */
function hasBlankLine(gap: string): boolean {
  return (gap.match(lineEnd) ?? []).length > 1;
}

/** The start of the next line that is not blank; the same place where code goes on in the same line. */
function nextLine(source: string, from: number, limit: number): number {
  const blank = source.slice(from, limit).match(/^(?:[^\S\r\n\u2028\u2029]*(?:\r\n?|[\n\u2028\u2029]))+/);
  return from + (blank?.[0].length ?? 0);
}
