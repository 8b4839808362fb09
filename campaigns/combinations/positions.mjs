// @ts-check
/**
 * Where the statements of an import idiom stand: `$B` in the text of the file.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const positions = {
  top: `$B`,
  afterOutput: `console.log('before');\n$B`,
  afterGlobal: `globalThis.flag = 'set';\n$B`,
  inBranch: `if (process.argv.length > 0) {\n$B\n}`,
  inFunctionAtOnce: `function run() {\n$B\n}\nrun();`,
  inWrapper: `(function () {\n$B\n})();`,
  inFunctionLater: `setTimeout(() => {\n$B\n}, 1);`,
  inTick: `process.nextTick(function () {\n$B\n});`,
  inTry: `try {\n$B\n} catch (error) {\nconsole.log('caught', error.name);\n}`,
  inStaticBlock: `class Holder {\nstatic {\n$B\n}\n}\nvoid Holder;`,
  inDefaultParameter: `function withDefault(unused = (() => {\n$B\n})()) { return unused; }\nwithDefault();`,
  inLoop: `for (let i = 0; i < 2; i++) {\n$B\n}`,
  strictTop: `'use strict';\n$B`,
};
