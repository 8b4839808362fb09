// @ts-check
/**
 * The tests for parsers of test262 (test262-parser-tests), as files of a CommonJS package: what Node can load may not be
 * an error, what it cannot has to be one, and what comes out does what the file did.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import vm from 'node:vm';

/**
 * @typedef {object} SyntaxTest
 * @property {string} name
 * @property {string} source
 */

const folder = dirname(createRequire(import.meta.url).resolve('test262-parser-tests/package.json'));

/** @returns {readonly SyntaxTest[]} */
export function syntaxTests() {
  return ['pass', 'pass-explicit', 'fail', 'early'].flatMap((kind) =>
    readdirSync(join(folder, kind)).map((file) => ({
      name: `${kind}/${file}`,
      source: readFileSync(join(folder, kind, file), 'utf8'),
    })),
  );
}

const wrapperNames = ['exports', 'require', 'module', '__filename', '__dirname'];
const longestMs = 1000;

/** @param {string} source */
export function isCommonJs(source) {
  return succeeds(() => vm.compileFunction(source, wrapperNames));
}

/** @param {string} source */
export function isModule(source) {
  return succeeds(() => new vm.SourceTextModule(source));
}

/** @param {() => unknown} work */
function succeeds(work) {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

/**
 * What a CommonJS file does: the error that it ends in, and the globals that it leaves.
 *
 * @param {string} source
 */
export async function runsAsCommonJs(source) {
  const context = vm.createContext({});
  const run = vm.compileFunction(source, wrapperNames, { parsingContext: context });
  const module = { exports: {} };
  context.run = () => run.call(module.exports, module.exports, () => ({}), module, '/file.js', '/');
  const error = await errorOf(() => new vm.Script('run()').runInContext(context, { timeout: longestMs }));
  delete context.run;
  return { error, globals: globalsOf(context) };
}

/** @param {string} source */
export async function runsAsModule(source) {
  const context = vm.createContext({});
  const module = new vm.SourceTextModule(source, { context });
  const error = await errorOf(async () => {
    await module.link(() => {
      throw new Error('nothing to import');
    });
    await module.evaluate({ timeout: longestMs });
  });
  return { error, globals: globalsOf(context) };
}

/** @param {() => unknown} work */
async function errorOf(work) {
  try {
    await work();
    return null;
  } catch (error) {
    const { name, code } = /** @type {{ name?: string, code?: string }} */ (error ?? {});
    return code ?? name ?? String(error);
  }
}

/** @param {vm.Context} context */
function globalsOf(context) {
  return Object.keys(context)
    .sort()
    .map((name) => `${name}: ${vm.runInContext(`typeof globalThis[${JSON.stringify(name)}]`, context)}`);
}
