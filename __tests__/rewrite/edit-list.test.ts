import { describe, expect, test } from '@jest/globals';
import type { Range } from '../../src/checker/facts.ts';
import { applyEdits } from '../../src/rewrite/edit.ts';
import { EditList } from '../../src/rewrite/edit-list.ts';
import { SourceText } from '../../src/rewrite/text.ts';

const commentPattern = /\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g;

function edited(source: string, edit: (edits: EditList, rangeOf: (part: string) => Range) => void): string {
  const comments = [...source.matchAll(commentPattern)].map(
    ({ index, 0: text }): Range => [index, index + text.length],
  );
  const edits = new EditList(new SourceText(source, comments));
  edit(edits, (part) => [source.indexOf(part), source.indexOf(part) + part.length]);
  return applyEdits(source, edits.finish());
}

describe('replace', () => {
  test.each([
    ['exports.a;', 'exports.a', 'b', 'b;'],
    ['f(exports /* e */ .a);', 'exports /* e */ .a', 'b', 'f(b /* e */);'],
    ['f(exports // e\n .a);', 'exports // e\n .a', 'b', 'f(b // e\n );'],
    ['exports /*\n*/ .a ++;', 'exports /*\n*/ .a', 'b', ' /*\n*/b ++;'],
    ["exports['a']in c", "exports['a']", 'b', 'b in c'],
    ['return(exports).a', '(exports).a', 'b', 'return b'],
  ])('in %j, %j by %j', (source, part, text, expected) => {
    expect(edited(source, (edits, rangeOf) => edits.replace(rangeOf(part), text, 'export-read'))).toBe(
      expected,
    );
  });
});

describe('removeStatement', () => {
  test.each([
    ["'use strict';\n\nf();\n", "'use strict';", 'f();\n'],
    ["'use strict'; // why\n\nf();\n", "'use strict';", '// why\n\nf();\n'],
    ["a();\n\n'use strict';\n\nf();\n", "'use strict';", 'a();\n\nf();\n'],
    ["// top\n'use strict';\n\nf();\n", "'use strict';", '// top\n\nf();\n'],
    ["\r\n'use strict';\r\n\r\nf();\r\n", "'use strict';", '\r\nf();\r\n'],
    ["'use strict'; f();\n", "'use strict';", 'f();\n'],
    ['a()\nself\n;[1].b()\n', 'self\n;', 'a()\n;[1].b()\n'],
    ['a()\nself = /* kept */ b\nc()\n', 'self = /* kept */ b', 'a()\n/* kept */\nc()\n'],
  ])('from %j, %j', (source, part, expected) => {
    expect(edited(source, (edits, rangeOf) => edits.removeStatement(rangeOf(part), 'use-strict'))).toBe(
      expected,
    );
  });

  test('takes neighbours together, with one of the blank lines around them', () => {
    const source = 'a();\n\nb();\nc();\n\nd();\n';
    const result = edited(source, (edits, rangeOf) => {
      edits.removeStatement(rangeOf('c();'), 'use-strict');
      edits.removeStatement(rangeOf('b();'), 'use-strict');
    });
    expect(result).toBe('a();\n\nd();\n');
  });

  test('takes the blank lines between them, too', () => {
    const source = 'a();\n\nb();\n\nc();\n';
    const result = edited(source, (edits, rangeOf) => {
      edits.removeStatement(rangeOf('b();'), 'use-strict');
      edits.removeStatement(rangeOf('c();'), 'use-strict');
    });
    expect(result).toBe('a();\n');
  });

  test('moves insertions out of what goes', () => {
    const source = "'use strict';\n\nf();\n";
    const result = edited(source, (edits, rangeOf) => {
      edits.removeStatement(rangeOf("'use strict';"), 'use-strict');
      edits.insert(14, 'g();\n', 'import-declaration', 'before');
    });
    expect(result).toBe('g();\nf();\n');
  });
});

describe('finish', () => {
  test('orders insertions at one place: after, before, prefix', () => {
    const result = edited('ab', (edits) => {
      edits.insert(1, '3', 'export-list', 'prefix');
      edits.insert(1, '2', 'export-list', 'before');
      edits.insert(1, '1', 'export-list', 'after');
    });
    expect(result).toBe('a123b');
  });

  test('refuses edits that overlap', () => {
    const overlapping = () =>
      edited('abc', (edits) => {
        edits.replace([0, 2], 'x', 'export-read');
        edits.replace([1, 3], 'y', 'export-read');
      });
    expect(overlapping).toThrow(RangeError);
  });

  test('leaves out mends of what is replaced anyway', () => {
    const result = edited('var package = 010', (edits, rangeOf) => {
      edits.mend({ range: rangeOf('package'), text: 'package_1' });
      edits.mend({ range: rangeOf('010'), text: '8' });
      edits.replace(rangeOf('var package'), 'const x', 'import-declaration');
    });
    expect(result).toBe('const x = 8');
  });

  test('has the last of several mends of the same code, and all that are put before it', () => {
    const result = edited('f(this)', (edits, rangeOf) => {
      edits.mend({ range: rangeOf('this'), text: 'self' });
      edits.mend({ range: rangeOf('this'), text: 'Object(this)' });
      edits.mend({ range: [2, 2], text: 'a, ' });
      edits.mend({ range: [2, 2], text: 'b, ' });
    });
    expect(result).toBe('f(a, b, Object(this))');
  });
});

describe('applyEdits', () => {
  const edit = (start: number, end: number) => ({ start, end, text: '', reason: 'export-read' as const });

  test.each([
    ['out of order', [edit(2, 3), edit(0, 1)]],
    ['overlapping', [edit(0, 2), edit(1, 3)]],
    ['outside of the source', [edit(2, 9)]],
    ['the wrong way round', [edit(2, 1)]],
  ])('refuses edits %s', (_, edits) => {
    expect(() => applyEdits('abc', edits)).toThrow(RangeError);
  });
});
