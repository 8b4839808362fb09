/**
 * Run in a child process: loads modules one after the other and writes down what each of them gives its importers.
 *
 * Takes a `Request` as JSON on stdin; the report goes to a file, so that modules may print whatever they like.
 */
'use strict';

const { readFileSync, writeFileSync, writeSync } = require('node:fs');
const { createRequire } = require('node:module');
const { basename, join } = require('node:path');
const { pathToFileURL } = require('node:url');
const {
  createDescriber,
  describeNewGlobals,
  describeSurface,
  nameIntrinsics,
  nameLoadedBuiltins,
} = require('../observe/describe.cjs');

/**
 * How a module is looked at: its exports as `require()` gives them; the keys of those exports, without their order;
 * the default export of its namespace; the keys of its namespace; or all of that and what is identical to what.
 *
 * @typedef {'exports' | 'exported keys' | 'default' | 'namespace' | 'both'} Look
 * @typedef {object} Request
 * @property {string} root  the folder in which specifiers are resolved; hidden in the report
 * @property {string} report  the file to write to
 * @property {readonly { specifier: string, look: Look }[]} modules
 * @property {number} limit  how many objects of one module are described
 * @property {string} divider  written to standard output and standard error before each module
 * @typedef {object} Report
 * @property {unknown[]} modules  descriptions, of fewer modules than asked for where the process ended before
 */

/** @type {Request} */
const request = JSON.parse(readFileSync(0, 'utf8'));
const names = nameIntrinsics();
/** @type {Report} */
const report = { modules: [] };
const requireFromRoot = createRequire(join(request.root, 'observer.cjs'));

process.on('exit', save);
process.on('uncaughtException', () => {});
process.on('unhandledRejection', () => {});
main();

async function main() {
  // An ES module that imports `fs` makes Node set the properties that it otherwise sets when they are read, which the
  // README accepts: here one has done so, before as after.
  await import('node:fs');
  for (const module of request.modules) {
    writeSync(1, request.divider);
    writeSync(2, request.divider);
    report.modules.push(await observe(module));
  }
  save();
  // Modules may have started what never ends.
  process.exit(0);
}

function save() {
  writeFileSync(request.report, JSON.stringify(report));
}

/** What a program reads of package.json files may differ, as the README says: they are told by their paths. */
function nameManifests() {
  for (const [path, module] of Object.entries(require.cache))
    if (basename(path) === 'package.json' && Object(module?.exports) === module?.exports)
      names.set(module?.exports, normalise(path));
}

/** @param {{ specifier: string, look: Look }} module */
async function observe({ specifier, look }) {
  const globals = new Set(Reflect.ownKeys(globalThis));
  const describe = createDescriber(names, normalise, request.limit);
  try {
    const loaded = await load(specifier, look);
    nameLoadedBuiltins(names);
    nameManifests();
    return { exports: loaded(describe), globals: describeNewGlobals(globals, describe) };
  } catch (error) {
    return { loadingThrew: describeFailure(error, describe), globals: describeNewGlobals(globals, describe) };
  }
}

/**
 * @param {string} specifier
 * @param {Look} look
 * @returns {Promise<(describe: import('../observe/describe.cjs').Describe) => unknown>}
 */
async function load(specifier, look) {
  if (look === 'exports' || look === 'exported keys') {
    const exported = requireFromRoot(specifier);
    return (describe) => (look === 'exports' ? describe(exported) : describeSurface(exported, describe));
  }
  const required = look === 'both' ? requireFromRoot(specifier) : undefined;
  const namespace = await importFromRoot(specifier);
  if (look === 'default') return (describe) => describe(namespace.default);
  if (look === 'namespace') return (describe) => describeSurface(namespace, describe);
  return (describe) => ({
    exports: describe(required),
    namespace: describeSurface(namespace, describe),
    sameAsDefault: Object.is(required, namespace.default),
  });
}

/** @param {string} specifier */
async function importFromRoot(specifier) {
  if (specifier.startsWith('.')) return import(pathToFileURL(join(request.root, specifier)).href);
  // `import()` resolves from the file that it stands in.
  const { default: importHere } = await import(pathToFileURL(join(request.root, 'import-here.mjs')).href);
  return importHere(specifier);
}

/**
 * An error by which a module failed to load. That a file or package is not there is worded differently, and has
 * another code, for `require` and for `import`.
 *
 * @param {unknown} error
 * @param {import('../observe/describe.cjs').Describe} describe
 */
function describeFailure(error, describe) {
  const code = Object(error).code;
  return code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND'
    ? 'something is missing'
    : describe(error);
}

/** @param {string} text */
function normalise(text) {
  return (
    text
      .replaceAll(request.root, '<root>')
      .replaceAll('.as-esm.mjs', '.js')
      // A path of a file that got another name, as the README says.
      .replace(/(<root>\/[^"'\s:]*)\.[cm]js\b/g, '$1.js')
      .replace(/\nRequire stack:[\s\S]*/, '')
      // A hint of the runtime, which names whatever lies there.
      .replace(/\nDid you mean to import .*/, '')
  );
}
