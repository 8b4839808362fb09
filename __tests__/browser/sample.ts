import type { Reviewed } from '../../src/review/reporter.ts';
import { reviewed, type Sketch } from '../review/reviewed.ts';

const escaping = 'const self = exports;\n\n\n\nextend(self);\n';

const sketches: readonly Sketch[] = [
  {
    path: 'lib/a.js',
    before: "const b = require('./b');\nexports.a = b;\n",
    after: "import b from './b.cjs';\nexport const a = b;\n",
  },
  {
    path: 'lib/b.js',
    output: 'lib/b.cjs',
    status: 'refused',
    before: escaping,
    findings: [
      {
        range: [32, 36],
        args: { alias: 'self', how: 'is passed to `extend`' },
        related: [{ path: null, range: [6, 10], note: '`self` is made here' }],
      },
    ],
  },
  { path: 'lib/b.js', before: '', after: "export * from './b.cjs';\n", added: true },
  {
    path: 'test/c.js',
    status: 'refused',
    before: '(function (root) {})(this);\n',
    findings: [{ code: 'umd', range: [0, 3] }],
  },
  { path: 'test/broken.js', status: 'error', before: '', findings: [{ code: 'syntax-error' }] },
  { path: 'test/data.js', status: 'unchanged', before: 'plain();\n' },
];

/** A small review with something of everything. */
export function sample(): Reviewed {
  const review = reviewed(...sketches);
  const { nodes } = review.graph();
  return {
    ...review,
    graph: () => ({
      nodes,
      edges: [
        { from: 'lib/a.js', to: 'lib/b.js', kind: 'require' },
        { from: 'lib/b.js', to: 'lib/a.js', kind: 'late' },
        { from: 'test/c.js', to: 'lib/a.js', kind: 'require' },
      ],
      cycles: [['lib/a.js', 'lib/b.js']],
    }),
  };
}

/** A review of so many files. */
export function large(count: number): Reviewed {
  return reviewed(
    ...Array.from({ length: count }, (_, n): Sketch => {
      const path = `packages/p${n % 40}/file${n}.js`;
      const before = `exports.value${n} = ${n};\n`;
      return n % 10 === 0
        ? { path, status: 'refused', before, findings: [{ code: 'umd', range: [0, 7] }] }
        : { path, before, after: `export const value${n} = ${n};\n` };
    }),
  );
}
