import { describe, expect, test } from '@jest/globals';
import { indexLines } from '../../src/checker/diagnostics/lines.ts';
import { linesFrom, renderFindings } from '../../src/checker/diagnostics/render.ts';
import type { Finding } from '../../src/checker/finding.ts';

describe('a line index', () => {
  const source = 'a\nbc\r\nd\re\u2028f\u2029😀g';
  const lines = indexLines(source);

  test.each([
    ['a', 1, 1],
    ['b', 2, 1],
    ['c', 2, 2],
    ['d', 3, 1],
    ['e', 4, 1],
    ['f', 5, 1],
    ['g', 6, 3],
  ])('finds %j at %d:%d, and the other way round', (text, line, column) => {
    const offset = source.indexOf(text);
    expect(lines.place(offset)).toEqual({ line, column });
    expect(lines.offset({ line, column })).toBe(offset);
  });

  test('takes what lies outside as the nearest end', () => {
    expect(lines.place(-1)).toEqual({ line: 1, column: 1 });
    expect(lines.place(1000)).toEqual({ line: 6, column: 4 });
    expect(indexLines('').place(0)).toEqual({ line: 1, column: 1 });
  });
});

describe('findings', () => {
  const sources: Record<string, string> = { 'a.js': 'one\ntwo\n', 'b.js': '\n\nthree' };
  const linesOf = linesFrom((path) => sources[path] ?? null);
  const finding = (range: Finding['range'], related: Finding['related'] = []): Finding => ({
    code: 'exports-escape',
    range,
    args: { alias: 'self', how: 'is returned' },
    related,
    settledBy: ['default'],
  });

  test('come in the order of their places, in words', () => {
    const [first, second] = renderFindings([finding([4, 7]), finding([0, 3])], 'a.js', linesOf);
    expect(first).toMatchObject({ line: 1, column: 1, endLine: 1, endColumn: 4 });
    expect(second).toMatchObject({ line: 2, column: 1, endLine: 2, endColumn: 4 });
    expect(second).toMatchObject({
      code: 'exports-escape',
      severity: 'refusal',
      message: '`self` is the exports object here, and it is returned.',
    });
  });

  test('name the other places that belong to them', () => {
    const elsewhere = finding(
      [0, 3],
      [
        { path: 'b.js', range: [2, 7], note: 'the importer' },
        { path: null, range: [4, 7], note: 'here' },
        { path: 'unread.js', range: [5, 6], note: 'not at hand' },
      ],
    );
    expect(renderFindings([elsewhere], 'a.js', linesOf)[0]!.related).toEqual([
      { path: 'b.js', line: 3, column: 1, message: 'the importer' },
      { path: 'a.js', line: 2, column: 1, message: 'here' },
      { path: 'unread.js', line: 1, column: 1, message: 'not at hand' },
    ]);
  });

  test('of a file that could not be read stand at its start', () => {
    expect(renderFindings([finding([5, 9])], 'unread.js', linesOf)[0]).toMatchObject({
      line: 1,
      endColumn: 1,
    });
  });
});
