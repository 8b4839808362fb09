import { expect, test } from '@jest/globals';
import { markdown } from '../../src/review/markdown.ts';
import { plain, printed, reviewed, type Sketch } from './reviewed.ts';

const converted: Sketch = { path: 'lib/a.js', before: 'exports.a = 1;\n', after: 'export const a = 1;\n' };
const refused: Sketch = {
  path: 'src/`b`|.js',
  output: 'src/`b`|.cjs',
  status: 'refused',
  before: 'const self = exports;\nextend(self);\n',
  findings: [
    {
      range: [29, 33],
      args: { alias: 'self', how: 'is passed to `extend` <img>' },
      related: [{ path: null, range: [6, 10], note: '`self` is made here' }],
    },
  ],
};

test('counts, tells why files were refused, and folds the rest away', () => {
  expect(
    printed(markdown(reviewed(converted, refused), { ...plain, refused: 'first' })),
  ).toMatchInlineSnapshot(`
"## esmshift: 1 of 2 files converted

A dry run: nothing has been written.

Not converted: 1 \`exports-escape\`.

| folder | converted | unchanged | refused | error |
|---|--:|--:|--:|--:|
| \`lib\` | 1 |  |  |  |
| \`src\` |  |  | 1 |  |

<details open><summary>Not converted, and why (1)</summary>

- \`\`src/\`b\`|.js:2\`\` **exports-escape** \`self\` is the exports object here, and it is passed to \`extend\` \\<img\\>.
  - \`self\` is made here (\`\`src/\`b\`|.js:1\`\`)
  - *Convert the file together with those that import it, answer \`default\` for it to export one ordinary object, or write the exports as \`exports.name = ...\` only.*

</details>

<details><summary>Converted files (1)</summary>

- \`lib/a.js\` (named)

</details>

"
`);
});

test('puts refusals last by default, and lists nothing when quiet', () => {
  const text = printed(markdown(reviewed(converted, refused), plain));
  expect(text.indexOf('Converted files')).toBeLessThan(text.indexOf('Not converted, and why'));
  expect(printed(markdown(reviewed(converted, refused), { ...plain, quiet: true }))).not.toContain(
    '<details',
  );
});

test('fits into one comment on GitHub, and says what it left out', () => {
  const many = (sketch: Sketch): readonly Sketch[] =>
    Array.from({ length: 2_000 }, (_, n) => ({
      ...sketch,
      path: `folder${n}/file.js`,
      output: `folder${n}/file.js`,
    }));
  const text = printed(markdown(reviewed(...many(converted), ...many(refused)), plain));
  expect(text.length).toBeLessThan(65_536);
  expect(text).toMatch(/… and \d+ more\n/);
});
