import { describe, expect, test } from '@jest/globals';
import { scan } from '../../src/checker/scan.ts';
import type { RequireDecision } from '../../src/rewrite/decision.ts';
import { applyEdits, rewrite } from '../../src/rewrite/rewrite.ts';
import { convertWith } from './support/convert.ts';
import { decisionFor, requireAs } from './support/decision.ts';

type Form = RequireDecision['form'];
type Rows = readonly (readonly [form: Form, input: string, output: string])[];

const inForm = (form: Form, source: string): string =>
  convertWith(source, (facts) => decisionFor(facts, { requires: facts.requires.map(requireAs(form)) }));

const declarators: Rows = [
  ['default', "const a = require('a');", "import a from 'a';"],
  ['namespace', "const a = require('a');", "import * as a from 'a';"],
  ['side-effect', "require('a');", "import 'a';"],
  ['named', "const { a, b: c } = require('m');", "import { a, b as c } from 'm';"],
  ['default', "const { a } = require('m');", "import m from 'm';\n\nconst { a } = m;"],
  ['named', "const { a = 1 } = require('m');", "import * as m from 'm';\n\nconst { a = 1 } = m;"],
  ['named', "const a = require('m').b;", "import { b as a } from 'm';"],
  ['named', "const a = require('m').b.c;", "import { b } from 'm';\n\nconst a = b.c;"],
  ['named', "const a = require('m').default;", "import a from 'm';"],
  ['default', "let m = require('m');\nm = f(m);", "import m_1 from 'm';\n\nlet m = m_1;\nm = f(m);"],
  ['default', "f(m);\nvar m = require('m');", "import m_1 from 'm';\n\nf(m);\nvar m = m_1;"],
  ['default', 'const a = require("a")', 'import a from "a"'],
  ['default', "const d = require('./d.json');", "import d from './d.json' with { type: 'json' };"],
];

const several: Rows = [
  [
    'default',
    "var a = require('a'), // one\n    b = 1,\n    c = require('c');",
    "import a from 'a'; // one\nvar b = 1;\nimport c from 'c';",
  ],
  ['default', "var a = require('a')\n  , b = require('b')", "import a from 'a'\nimport b from 'b'"],
  [
    'default',
    "const a = require('a'), n = a(require('b'));",
    "import a from 'a';\nimport b from 'b';\nconst n = a(b);",
  ],
];

const expressions: Rows = [
  ['default', "f(require('a').b);", "import a from 'a';\n\nf(a.b);"],
  ['named', "f(require('a').b);", "import { b } from 'a';\n\nf(b);"],
  ['default', "new (require('a'))();", "import a from 'a';\n\nnew a();"],
  ['default', "f({ a: require('a') });", "import a from 'a';\n\nf({ a });"],
  ['default', "f((a) => require('a'));", "import a_1 from 'a';\n\nf((a) => a_1);"],
  ['default', "f(require('a'), require('a'));", "import a from 'a';\n\nf(a, a);"],
  ['named', "f(require('a').b, require('a').c);", "import { b, c } from 'a';\n\nf(b, c);"],
  ['default', "const a = require('a');\nf(require('b'));", "import a from 'a';\nimport b from 'b';\nf(b);"],
  ['await-import', "const a = require('a');", "const a = (await import('a')).default;"],
];

describe.each([
  ['declarators', declarators],
  ['several declarators', several],
  ['expressions', expressions],
])('%s', (_, rows) => {
  test.each(rows)('%s: %s', (form, input, output) => {
    expect(inForm(form, input)).toBe(output);
  });
});

test('createRequire comes once, behind the imports', () => {
  const source = "const a = require('a');\nf(() => require(a), () => module.require('b'));";
  expect(
    convertWith(source, (facts) => {
      const [first, ...others] = facts.requires;
      const requires = [requireAs('default')(first!), ...others.map(requireAs('create-require'))];
      return decisionFor(facts, { requires });
    }),
  ).toBe(
    "import { createRequire } from 'node:module';\nimport a from 'a';\n\nconst require = createRequire(import.meta.url);\nf(() => require(a), () => require('b'));",
  );
});

test('a file that stays has its specifiers edited only, in their quotes', () => {
  const source = 'const a = require("./a"), b = require(`./b`);\nexports.c = 1;';
  const facts = scan(source, { path: 'lib/thing.js' });
  const requires = facts.requires.map(
    ({ specifier }) => ({ form: 'keep', specifier: `${specifier}.cjs`, json: false }) as const,
  );
  const edits = rewrite(source, facts, decisionFor(facts, { action: 'keep', requires }));
  expect(applyEdits(source, edits)).toBe(
    'const a = require("./a.cjs"), b = require(`./b.cjs`);\nexports.c = 1;',
  );
});
