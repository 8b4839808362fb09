import { describe, expect, test } from '@jest/globals';
import { IdsByStart } from '../../src/project/paths/ids-by-start.ts';

const ids = ['lib/b.js', 'library.js', 'index.js', 'lib/a.js', 'lib/Z.js', 'lib', 'é.js'];

describe('ids by how they begin', () => {
  const byStart = new IdsByStart(ids);

  test.each(['', 'lib', 'lib/', 'lib/a.js', 'lib/a.jsx', 'i', 'z', 'é', 'A'])('%j', (start) => {
    const expected = ids.filter((id) => id.startsWith(start));
    expect(byStart.of(start)).toEqual(expected);
    expect(byStart.has(start)).toBe(expected.length > 0);
  });

  test('there may be none', () => {
    const none = new IdsByStart([]);
    expect([none.of(''), none.of('a')]).toEqual([[], []]);
    expect([none.has(''), none.has('a')]).toEqual([false, false]);
  });
});
