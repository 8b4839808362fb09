import { expect, test } from '@jest/globals';
import { applyPatch } from 'diff';
import fc from 'fast-check';
import { filePatch } from '../../src/review/unified.ts';
import { changedWindows } from '../../src/review/windows.ts';
import { applyEdits, type Edit } from '../../src/rewrite/edit.ts';
import { reviewed } from './reviewed.ts';

const replace = (start: number, end: number, text: string): Edit => ({
  start,
  end,
  text,
  reason: 'specifier',
});
const lines = Array.from({ length: 40 }, (_, n) => `line ${n}\n`);
const at = (line: number): number => lines.slice(0, line).join('').length;

test('takes the changed lines and those around them', () => {
  const edits = [replace(at(10), at(10) + 4, 'LINE'), replace(at(30), at(30), 'new\n')];
  const windows = changedWindows(lines.join(''), edits, 1);
  expect(windows).toEqual([
    { linesBefore: 9, before: 'line 9\nline 10\nline 11\n', after: 'line 9\nLINE 10\nline 11\n' },
    { linesBefore: 29, before: 'line 29\nline 30\nline 31\n', after: 'line 29\nnew\nline 30\nline 31\n' },
  ]);
});

test('takes together what meets', () => {
  const edits = [replace(at(10), at(11), ''), replace(at(13), at(14), '')];
  expect(changedWindows(lines.join(''), edits, 1)).toHaveLength(1);
});

const fewLines = fc
  .array(fc.constantFrom('a', 'b', '', 'c\r', 'a;'), { maxLength: 30 })
  .map((all) => all.join('\n'));
const changes = fc.record({
  text: fewLines,
  places: fc.array(
    fc.record({ at: fc.nat(60), length: fc.nat(6), text: fc.constantFrom('', 'x', '\n', 'y\nz\n') }),
  ),
});

test('gives a patch to the new text, wherever the edits are', () => {
  fc.assert(
    fc.property(changes, ({ text, places }) => {
      const edits = inOrder(text, places);
      const after = applyEdits(text, edits);
      const [file] = reviewed({ path: 'a.js', before: text, after, edits }).files;
      expect(applyPatch(text, filePatch(file!), { autoConvertLineEndings: false })).toBe(after);
    }),
    { numRuns: 500 },
  );
});

/** Edits from places anywhere: in order, inside the text, none over another. */
function inOrder(
  text: string,
  places: readonly { at: number; length: number; text: string }[],
): readonly Edit[] {
  const edits: Edit[] = [];
  let free = 0;
  for (const place of places.toSorted((a, b) => a.at - b.at)) {
    const start = Math.max(free, place.at);
    const end = start + place.length;
    if (end > text.length) break;
    edits.push(replace(start, end, place.text));
    free = end;
  }
  return edits;
}
