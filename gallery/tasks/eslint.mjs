import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @type {import('../packages/worker.mjs').Work} */
export default async function lint({ ESLint, Linter, RuleTester, SourceCode }, { site }) {
  const rules = {
    'no-unused-vars': 2,
    semi: [2, 'always'],
    quotes: [1, 'single'],
    'prefer-const': 2,
    'no-control-regex': 2,
    indent: [2, 2],
  };
  const source = 'let a = "x"\nif (a) {\n      console.log(/\\x1f/)\n}\nvar unused = () => 1\n';
  const linter = new Linter();
  console.log(
    linter.verify(source, { rules, parserOptions: { ecmaVersion: 2022 }, env: { node: true } }, 'a.js'),
  );
  console.log(linter.verifyAndFix(source, { rules, parserOptions: { ecmaVersion: 2022 } }));
  writeFileSync(join(site, 'linted.js'), source);
  const eslint = new ESLint({
    cwd: site,
    useEslintrc: false,
    overrideConfig: { extends: 'eslint:recommended', rules, parserOptions: { ecmaVersion: 2022 } },
  });
  const results = await eslint.lintFiles(['linted.js']);
  console.log(results[0].messages.length, results[0].errorCount);
  const formatter = await eslint.loadFormatter('stylish');
  console.log(await formatter.format(results), linter.getRules().size, typeof SourceCode.splitLines);
  new RuleTester().run('semi', linter.getRules().get('semi'), {
    valid: ['a;'],
    invalid: [{ code: 'a', output: 'a;', errors: 1 }],
  });
}
