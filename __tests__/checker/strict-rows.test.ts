import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { annexC, strictRows } from '../../src/checker/strict/rows.ts';
import { convert } from '../../src/project/convert.ts';
import { inFolder, runEntry, type Seen } from '../diagnostics/example-folder.ts';
import { fixturesFolder } from '../support/fixtures.ts';

/**
 * For each row its fixture, and a program that comes out different as a module, naively, in the way that the row is
 * about: `convert` must refuse it, or make the difference up.
 */
const proofs: Readonly<Record<string, readonly [fixture: string, program: string]>> = {
  reservedNames: ['reserved-names', `var package = 1; console.log(package);`],
  octalNumbers: ['octal-literal', `console.log(010, 08);`],
  octalEscapes: ['octal-escape', `console.log('\\101\\8');`],
  undeclared: ['undeclared-assignment', `count = 1; console.log(count, globalThis.count);`],
  ownName: ['named-function-expression-write', `console.log(typeof (function f() { f = 1; return f; })());`],
  readOnlyGlobalNames: ['undefined-assigned', `undefined = 1; console.log(undefined);`],
  readOnlyProperties: [
    'silent-write-to-frozen',
    `var o = Object.freeze({ a: 1 }); o.a = 2; console.log(o.a);`,
  ],
  namesAsTargets: ['eval-and-arguments-as-names', `var arguments = [1]; console.log(arguments[0]);`],
  callee: ['arguments-callee', `function f() { return arguments.callee === f; } console.log(f());`],
  argumentsAlias: ['arguments-aliasing', `function f(a) { a = 2; return arguments[0]; } console.log(f(1));`],
  directEval: ['eval-declares', `eval('var made = 1'); console.log(typeof made);`],
  plainThis: ['this-of-plain-call', `function f() { return typeof this; } console.log(f());`],
  primitiveThis: ['this-boxed', `function kind() { return typeof this; } console.log(kind.call('text'));`],
  deletedNames: ['delete-variable', `var x = 1; console.log(delete x);`],
  deletedFixedProperties: ['silent-delete', `function F() {} console.log(delete F.prototype);`],
  withStatements: ['with-statement', `with ({ a: 1 }) console.log(a);`],
  duplicateParameters: ['duplicate-parameters', `function f(a, a) { return a; } console.log(f(1, 2));`],
  functionCaller: ['function-caller', `function f() { return f.caller === null; } console.log(typeof f());`],
  functionKeys: ['function-own-keys', `function f() {} console.log(Object.getOwnPropertyNames(f).length);`],
  blockFunctions: ['function-in-block', `if (true) { function f() { return 1; } } console.log(typeof f);`],
  blockFunctionsTwice: [
    'function-in-block-twice',
    `{ function f() { return 1; } function f() { return 2; } console.log(f()); }`,
  ],
  functionClauses: ['function-as-branch', `if (true) function f() {} console.log('parsed');`],
  labelledFunctions: ['label-function', `l: function f() {} console.log(typeof f);`],
  forInInitialisers: ['for-in-initialiser', `for (var k = 1 in {}); console.log(k);`],
  htmlComments: ['html-comment', `<!-- a comment\nconsole.log('parsed');`],
  newTarget: ['new-target', `console.log(new.target);`],
  declaredTwice: [
    'declared-twice',
    `function f() { return 1; } function f() { return 2; } console.log(f());`,
  ],
};

const rows = Object.entries(strictRows);

test('every item of Annex C has its rows, and every row its proof', () => {
  const known = new Set(Object.values(strictRows));
  expect(annexC.filter(({ rows: of }) => of.length === 0 || !of.every((row) => known.has(row)))).toEqual([]);
  expect(Object.keys(proofs).sort()).toEqual(Object.keys(strictRows).sort());
  expect(annexC.length).toBe(17);
});

test.each(rows)('%s has a fixture', (name) => {
  const [fixture] = proofs[name]!;
  expect(existsSync(`${fixturesFolder}strict/${fixture}.input.js`)).toBe(true);
});

describe('the difference is real, and either made up for or refused:', () => {
  interface Runs {
    readonly before: Seen;
    readonly naive: Seen;
    /** Null where it is refused. */
    readonly after: Seen | null;
  }
  const runs = new Map<string, Runs>();

  beforeAll(async () => {
    for (const [name] of rows) {
      const [, program] = proofs[name]!;
      const { status, code } = convert(program, { path: 'main.js' });
      const files = { 'main.cjs': program, 'naive.mjs': program, 'after.mjs': code };
      const seen = await inFolder(files, async (folder) => ({
        before: await runEntry(folder, 'main.cjs'),
        naive: await runEntry(folder, 'naive.mjs'),
        after: status === 'refused' ? null : await runEntry(folder, 'after.mjs'),
      }));
      runs.set(name, seen);
    }
  });

  test.each(rows)('%s', (name) => {
    const { before, naive, after } = runs.get(name)!;
    expect(before.error).toBeNull();
    expect({ ...naive, error: null }).not.toEqual(before);
    if (after !== null) expect(after).toEqual(before);
  });
});
