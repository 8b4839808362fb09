// @ts-check
/** Whole projects: up to six files that load each other, and packages of every kind. */
import fc from 'fast-check';
import { CYCLE, KEPT, SEVERAL } from './hazards.mjs';
import { File } from './scope.mjs';
import { EXPORTING, statements, written } from './statements.mjs';

/**
 * @typedef {import('../combinations/combine.mjs').Project} Project
 * @typedef {import('./statements.mjs').Statement} Statement
 *
 * @typedef {Project & { hazards: Readonly<Record<string, readonly string[]>> }} Marked a project with the hazards of each file
 *
 * @typedef {object} Plan
 * @property {readonly { kind: string, style: keyof typeof styles, body: readonly Statement[], strict: boolean }[]} modules
 * @property {readonly Statement[]} main
 * @property {boolean} cyclic whether a module may load those before it, too
 * @property {readonly string[]} packages
 */

/** How a module is called, and how it is required. */
const places = {
  plain: (/** @type {number} */ n) => [`m${n}.js`, `./m${n}`],
  named: (/** @type {number} */ n) => [`m${n}.js`, `./m${n}.js`],
  folder: (/** @type {number} */ n) => [`m${n}/index.js`, `./m${n}`],
  kept: (/** @type {number} */ n) => [`m${n}.js`, `./m${n}`],
  commonJs: (/** @type {number} */ n) => [`m${n}.cjs`, `./m${n}.cjs`],
};

const REPLACING = new Set(['whole', 'wholeList', 'both', 'detached', 'reexport', 'spread']);

/** Most people stick to one way of exporting in a file; some do not. */
const styles = {
  named: (/** @type {readonly Statement[]} */ body) => body.filter(({ kind }) => !REPLACING.has(kind)),
  replacing(/** @type {readonly Statement[]} */ body) {
    const first = body.findIndex(({ kind }) => REPLACING.has(kind) && kind !== 'detached');
    // Keys are put on what replaced the exports.
    return body
      .filter(({ kind }, index) => index >= first && (index === first || !REPLACING.has(kind)))
      .map((one) => (one.kind === 'key' ? { ...one, n: 2 } : one));
  },
  wild: (/** @type {readonly Statement[]} */ body) => body,
};

/** @type {Readonly<Record<string, Readonly<Record<string, string>>>>} */
const packages = {
  'pkg-cjs': {
    'package.json': '{ "name": "pkg-cjs", "version": "1.0.0", "main": "index.js" }\n',
    'index.js': 'exports.a = 1;\nexports.b = () => exports.a;\nexports.value = { deep: 1 };\n',
  },
  'pkg-function': {
    'package.json': '{ "name": "pkg-function", "version": "1.0.0", "main": "index.js" }\n',
    'index.js': 'module.exports = function () { return 3; };\nmodule.exports.a = 4;\n',
  },
  'pkg-noisy': {
    'package.json': '{ "name": "pkg-noisy", "version": "1.0.0", "main": "index.js" }\n',
    'index.js':
      "console.log('noisy', typeof globalThis['shared-a'], process.env.FUZZ_1);\nglobalThis['shared-b'] = [1];\nexports.a = { noisy: true };\n",
  },
  'pkg-esm': {
    'package.json': '{ "name": "pkg-esm", "version": "1.0.0", "type": "module", "exports": "./index.js" }\n',
    'index.js': 'export let a = 1;\nexport const value = 2;\nexport default () => ++a;\n',
  },
  'pkg-dual': {
    'package.json':
      '{ "name": "pkg-dual", "version": "1.0.0", "exports": { "import": "./index.mjs", "require": "./index.cjs" } }\n',
    'index.mjs': "export const a = 'esm';\nexport const b = 1;\n",
    'index.cjs': "exports.a = 'cjs';\nexports.b = 1;\n",
  },
  'pkg-marked': {
    'package.json': '{ "name": "pkg-marked", "version": "1.0.0", "main": "index.js" }\n',
    'index.js':
      "Object.defineProperty(exports, '__esModule', { value: true });\nexports.default = () => 'default';\nexports.a = 5;\n",
  },
};

/** @type {fc.Arbitrary<Plan>} */
const plans = fc.record({
  modules: fc.array(
    fc.record({
      kind: fc.oneof(
        { weight: 8, arbitrary: fc.constant('plain') },
        { weight: 1, arbitrary: fc.constantFrom(...Object.keys(places)) },
      ),
      style: fc.constantFrom(...typedKeys(styles)),
      body: statements,
      strict: fc.oneof(
        { weight: 4, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  main: statements,
  cyclic: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  packages: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...Object.keys(packages)), { maxLength: 2 }) },
  ),
});

/** @type {fc.Arbitrary<Marked>} */
export const projects = plans.map(projectOf);

/**
 * @param {Plan} plan
 * @returns {Marked}
 */
function projectOf({ modules, main, cyclic, packages: installed }) {
  const placed = modules.map(({ kind }, n) => /** @type {any} */ (places)[kind](n));
  /** @type {Record<string, string>} */
  const files = { 'package.json': '{ "private": true }\n', 'data.json': '{ "a": 1, "value": [2] }\n' };
  /** @type {Record<string, readonly string[]>} */
  const hazards = {};
  for (const [n, { kind, style, body, strict }] of modules.entries()) {
    const [path] = placed[n];
    const others = placed
      .filter((_, index) => (cyclic ? index !== n : index > n))
      .map(([, specifier]) => specifier);
    const up = path.includes('/') ? '../' : './';
    const local = [...others, './data.json'].map((specifier) => specifier.replace('./', up));
    const file = new File(`m${n}`, [...local, ...installed]);
    const text = written(styles[style](body), file.scope);
    if (kind === 'kept') file.hazards.add(KEPT);
    if (cyclic) file.hazards.add(CYCLE);
    if (isMixed(styles[style](body))) file.hazards.add(SEVERAL);
    hazards[path] = [...file.hazards];
    const directive = strict ? `'use strict';\n` : '';
    files[path] = `${kind === 'kept' ? '// esmshift: keep\n' : ''}${directive}${text}\n`;
  }
  const all = placed.map(([, specifier]) => specifier);
  const entry = new File('main', [...all, ...installed]);
  files['main.js'] = `${written(main, entry.scope)}\n${probes(all)}`;
  if (isMixed(main)) entry.hazards.add(SEVERAL);
  hazards['main.js'] = [...entry.hazards];
  for (const name of installed)
    for (const [path, text] of Object.entries(packages[name] ?? {}))
      files[`node_modules/${name}/${path}`] = text;
  return { name: 'generated', files, hazards };
}

/**
 * Whether a file replaces its exports more than once, or after it has put something on them.
 *
 * @param {readonly Statement[]} body
 */
function isMixed(body) {
  const exporting = body.filter(({ kind }) => EXPORTING.has(kind));
  return exporting.some(({ kind }, index) => REPLACING.has(kind) && index > 0);
}

/**
 * What is left unsaid in the end: a look at every module by name, and a call of what it exports, but for functions that
 * need an object.
 *
 * @param {readonly string[]} specifiers
 */
function probes(specifiers) {
  const ends = specifiers.map((specifier, n) => `const end${n} = require('${specifier}');\n`);
  const keys = specifiers.flatMap((_, n) =>
    ['a', 'b', 'value'].map((key) => `probe(() => end${n}.${key});\n`),
  );
  return `${ends.join('')}${keys.join('')}${probe}`;
}

const probe = `function probe(read) {
  try {
    const found = read();
    const result = typeof found === 'function' && !/^class|this/i.test(found) ? found(read()) : found;
    console.log(typeof found, Object(result) === result ? Object.keys(result).join() : typeof result === 'string' ? 'text' : String(result));
  } catch (error) {
    console.log(error.name);
  }
}
`;

/**
 * @template {object} T
 * @param {T} table
 * @returns {(keyof T)[]}
 */
function typedKeys(table) {
  return /** @type {(keyof T)[]} */ (Object.keys(table));
}
