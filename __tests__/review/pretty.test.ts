import { expect, test } from '@jest/globals';
import { pretty } from '../../src/review/pretty.ts';
import { plain, printed, reviewed } from './reviewed.ts';

const escaping = {
  path: 'lib/b.js',
  output: 'lib/b.cjs',
  status: 'refused',
  before: 'const self = exports;\n\n\n\nextend(self);\n',
  findings: [
    {
      range: [32, 36],
      args: { alias: 'self', how: 'is passed to `extend`' },
      related: [{ path: null, range: [6, 10], note: '`self` is made here' }],
    },
  ],
} as const;
const converted = { path: 'lib/a.js', before: 'exports.a = 1;\n', after: 'export const a = 1;\n' };

test('shows the diff of a converted file and the place that stopped a refused one', () => {
  const text = printed(pretty(reviewed(escaping, converted), { ...plain, hint: 'What now.' }));
  expect(text).toMatchInlineSnapshot(`
"lib/a.js converted (named exports)
@@ -1,1 +1,1 @@
-exports.a = 1;
+export const a = 1;

lib/b.js -> lib/b.cjs refused
  refusal exports-escape lib/b.js:5:8
  \`self\` is the exports object here, and it is passed to \`extend\`.
    3 |
    4 |
  > 5 | extend(self);
      |        ^^^^
    6 |
  \`self\` is made here lib/b.js:1:7
  > 1 | const self = exports;
      |       ^
  help: Convert the file together with those that import it, answer \`default\` for it to export one
        ordinary object, or write the exports as \`exports.name = ...\` only.

2 files: 1 converted, 1 refused
  exports-escape 1 file
What now.
"
`);
});

test('groups by folder, with refused files at the end that was asked for', () => {
  const files = [{ ...converted, path: 'main.js' }, escaping, converted] as const;
  const headings = (refused: 'first' | 'last') =>
    printed(pretty(reviewed(...files), { ...plain, refused, diff: true }))
      .split('\n')
      .filter((line) => /^(?:────|\S+ .*(?:converted|refused))/.test(line));
  expect(headings('last')).toEqual([
    '──── ./ · 1 converted',
    'main.js converted (named exports)',
    '──── lib/ · 1 converted',
    'lib/a.js converted (named exports)',
    '──── lib/ · 1 refused',
    'lib/b.js -> lib/b.cjs refused',
    '3 files: 2 converted, 1 refused',
  ]);
  expect(headings('first').slice(0, 2)).toEqual(['──── lib/ · 1 refused', 'lib/b.js -> lib/b.cjs refused']);
});

test('shows the line of another file that belongs to a refusal', () => {
  const related = [{ path: 'main.js', range: [2, 9], note: 'The importer needs it.' }] as const;
  const refused = { ...escaping, findings: [{ range: [32, 36], related }] } as const;
  const importer = { path: 'main.js', before: '\n\nuse(b);\n' };
  const text = printed(pretty(reviewed(refused, importer), plain));
  expect(text).toContain('  The importer needs it. main.js:3:1\n  > 3 | use(b);\n      | ^\n');
});

test('shows the code of a place that belongs to several refusals once', () => {
  const related = [{ path: 'main.js', range: [2, 9], note: 'The loader is changed here.' }] as const;
  const refused = { ...escaping, findings: [{ range: [32, 36], related }] } as const;
  const other = { ...refused, path: 'lib/c.js', output: 'lib/c.cjs' } as const;
  const text = printed(pretty(reviewed(refused, other, { path: 'main.js', before: '\n\nuse(b);\n' }), plain));
  expect(text.match(/The loader is changed here\. main\.js:3:1\n/g)).toHaveLength(2);
  expect(text.match(/> 3 \| use\(b\);\n/g)).toHaveLength(1);
});

test('shows both files where a new one takes the place of a renamed one', () => {
  const moved = { path: 'a.js', output: 'a.cjs', before: 'old();\n', after: 'moved();\n' };
  const bridge = { path: 'a.js', before: '', after: 'bridge();\n', added: true };
  const text = printed(pretty(reviewed(moved, bridge), plain));
  expect(text).toContain('-old();\n+moved();\n');
  expect(text).toContain('+bridge();\n');
});

test('marks the words that changed', () => {
  const text = printed(pretty(reviewed(converted), { ...plain, colors: true }));
  expect(text).toContain(
    '\u001b[31m-\u001b[39m\u001b[7m\u001b[31mexports.\u001b[39m\u001b[27m\u001b[31ma = 1;',
  );
});

test('prints only the summary when quiet', () => {
  const text = printed(pretty(reviewed(escaping, converted), { ...plain, quiet: true }));
  expect(text).toBe('2 files: 1 converted, 1 refused\n  exports-escape 1 file\n');
});

test('leaves diffs out on request', () => {
  const text = printed(pretty(reviewed(converted), { ...plain, diff: false }));
  expect(text).toBe('1 file: 1 converted\n');
});

test('shows a window of a minified line, with the mark under the place', () => {
  const before = `${'x();'.repeat(5000)}extend(exports);${'y();'.repeat(5000)}`;
  const at = before.indexOf('exports');
  const text = printed(
    pretty(
      reviewed({ path: 'min.js', status: 'refused', before, findings: [{ range: [at, at + 7] }] }),
      plain,
    ),
  );
  const [code, mark] = text.split('\n').slice(3, 5) as [string, string];
  expect(code.length).toBeLessThan(130);
  expect(code.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('exports');
});

test('colours only when asked, and never passes on escape sequences of the file', () => {
  const hostile = { path: 'a.js', before: 'a\n', after: '\u001b[2Jb\n' };
  expect(printed(pretty(reviewed(hostile), plain))).not.toContain('\u001b');
  const colored = printed(pretty(reviewed(hostile), { ...plain, colors: true }));
  expect(colored).toContain('\u001b[32m+␛[2Jb\u001b[39m');
});
