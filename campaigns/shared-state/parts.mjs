// @ts-check
/**
 * What programs are made of that share state: an object with `v`, `list` and `inner` in it, ways to hand it on, writes to
 * it, occasions on which these happen, and reads.
 */

/**
 * @typedef {Record<string, string>} Files by path
 * @typedef {(value: string, files: Files, name: string) => string} Hop hands on what an expression gives, by files of that
 *   name: the result is the expression that gives it then
 */

const literal = '{ v: 1, list: [1], inner: { v: 1 } }';
const keys = 'exports.v = 1; exports.list = [1]; exports.inner = { v: 1 };';
const statics = 'class State { static v = 1; static list = [1]; static inner = { v: 1 }; }';
const members = 'function State() {} State.v = 1; State.list = [1]; State.inner = { v: 1 };';

/** Where it lives: the files, and the expression that gives it. @type {readonly [Files, string][]} */
export const homes = [
  [{ 'state.js': keys }, "require('./state')"],
  [{ 'state.js': `module.exports = ${literal};` }, "require('./state')"],
  [{ 'state.js': `${members} module.exports = State;` }, "require('./state')"],
  [{ 'state.js': `exports.State = ${statics}` }, "require('./state').State"],
  [
    {
      'state.js': `class State { constructor() { Object.assign(this, ${literal}); } } module.exports = new State();`,
    },
    "require('./state')",
  ],
  [
    {
      'state.js': `const state = Object.create({ v: 1 }); state.list = [1]; state.inner = { v: 1 }; exports.state = state;`,
    },
    "require('./state').state",
  ],
  [{ 'state.js': `module.exports = new Map([['state', ${literal}]]);` }, "require('./state').get('state')"],
  [
    { 'state.js': `const state = ${literal}; exports.current = () => state;` },
    "require('./state').current()",
  ],
  [
    { 'state.js': `const state = ${literal}; module.exports = { get current() { return state; } };` },
    "require('./state').current",
  ],
  [{ 'state.js': `// esmshift: keep\n${keys}` }, "require('./state')"],
  [{ 'state.cjs': keys }, "require('./state.cjs')"],
  [{ 'state.mjs': `export default ${literal};` }, "require('./state.mjs').default"],
  [{ 'state.json': '{ "v": 1, "list": [1], "inner": { "v": 1 } }' }, "require('./state.json')"],
  [{ 'node_modules/state/index.js': keys }, "require('state')"],
  [{ 'node_modules/state/index.js': `module.exports = ${statics};` }, "require('state')"],
  [
    {
      'node_modules/state/index.js': `module.exports = () => module.exports; Object.assign(module.exports, ${literal});`,
    },
    "require('state')()",
  ],
];

/** @type {(text: (value: string) => string, rest: string) => Hop} */
const by = (text, rest) => (value, files, name) => {
  files[`${name}.js`] = text(value);
  return rest.replace('FILE', `require('./${name}')`);
};

/** @type {readonly Hop[]} */
export const hops = [
  by((value) => `module.exports = ${value};`, 'FILE'),
  by((value) => `exports.key = ${value};`, 'FILE.key'),
  by((value) => `const held = ${value}; exports.key = { deep: held };`, 'FILE.key.deep'),
  by((value) => `module.exports = [0, ${value}];`, 'FILE[1]'),
  by((value) => `const held = ${value}; module.exports = () => held;`, 'FILE()'),
  by((value) => `exports.get = function () { return ${value}; };`, 'FILE.get()'),
  by(
    (value) => `exports.Holder = class { constructor() { this.held = ${value}; } };`,
    'new (FILE.Holder)().held',
  ),
  by(
    (value) => `class Holder { get held() { return ${value}; } } module.exports = new Holder();`,
    'FILE.held',
  ),
  by((value) => `module.exports = class { static held = ${value}; };`, 'FILE.held'),
  by((value) => `exports.all = new Map([['held', ${value}]]);`, "FILE.all.get('held')"),
  by((value) => `module.exports = Object.assign({}, { held: ${value} });`, 'FILE.held'),
  by((value) => `module.exports = { ...{ held: ${value} } };`, 'FILE.held'),
  by((value) => `const [held] = [${value}]; exports.held = held;`, 'FILE.held'),
  by((value) => `exports.held = [${value}].find(Boolean);`, 'FILE.held'),
  by((value) => `exports.all = { [Symbol.for('held')]: ${value} };`, "FILE.all[Symbol.for('held')]"),
  by(
    (value) =>
      `let held; exports.init = () => { held = ${value}; return exports; }; exports.held = () => held;`,
    'FILE.init().held()',
  ),
  by(
    (value) => `Object.defineProperty(exports, 'held', { enumerable: true, get() { return ${value}; } });`,
    'FILE.held',
  ),
  by((value) => `exports.all = []; exports.all.push(${value});`, 'FILE.all[0]'),
  by((value) => `module.exports = (take) => take(${value});`, 'FILE((given) => given)'),
  (value, files, name) => {
    files[`${name}.js`] = 'exports.same = (given) => given;';
    return `require('./${name}').same(${value})`;
  },
  (value, files, name) => {
    files[`node_modules/${name}/index.js`] = 'module.exports = (given) => given;';
    return `require('${name}')(${value})`;
  },
  (value, files, name) => {
    files[`node_modules/${name}/index.js`] =
      'let held; exports.put = (given) => { held = given; }; exports.take = () => held;';
    files[`${name}.js`] = `require('${name}').put(${value});`;
    return `(require('./${name}'), require('${name}').take())`;
  },
  (value, files, name) => {
    files[`${name}.json`] = '{}';
    return `Object.assign(require('./${name}.json'), { held: ${value} }).held`;
  },
  (value) => `[${value}][0]`,
  (value) => `({ held: ${value} }).held`,
  (value) => `(() => ${value})()`,
  (value) => `Object.assign(${value}, {})`,
];

/** `S` is the state. */
export const writes = [
  'S.v = 9;',
  'S.list.push(2);',
  'S.inner.v = 9;',
  'Object.assign(S, { v: 9 });',
  'S.list = [7, 8];',
  'delete S.v;',
  "S['v'] += 3;",
  "for (const key of ['v']) S[key] = 4;",
  "Reflect.set(S, 'v', 5);",
  'S.list.splice(0, 1, 5, 6);',
  "Object.defineProperty(S, 'v', { value: 8, configurable: true, enumerable: true, writable: true });",
  '({ a: S.v } = { a: 6 });',
  'S.extra = 1;',
  '[S].forEach((each) => { each.v = 2; each.list.reverse().push(0); });',
];

/** When the write `W` happens: the files of the module `writer`, which exports `x`. @type {readonly Files[]} */
export const occasions = [
  { 'writer.js': 'W exports.x = 1;' },
  { 'writer.js': 'W module.exports = { x: 1 };' },
  { 'deep.js': 'W', 'writer.js': "require('./deep'); exports.x = 1;" },
  { 'deep.js': 'exports.go = function () { W };', 'writer.js': "require('./deep').go(); exports.x = 1;" },
  {
    'deep.js': 'module.exports = class { constructor() { W } };',
    'writer.js': "const Deep = require('./deep'); exports.x = new Deep() && 1;",
  },
  { 'writer.js': 'const asked = { get x() { W return 1; } }; exports.x = asked.x;' },
  { 'writer.js': 'exports.x = [1].map((each) => { W return each; })[0];' },
  { 'writer.js': 'class Kind { static { W } } exports.x = 1;' },
  { 'writer.js': "exports.x = String({ toString() { W return '1'; } });" },
  { 'writer.js': 'try { W throw 1; } catch (thrown) { exports.x = thrown; }' },
];

export const reads = [
  '[S.v, S.list, S.inner.v].join()',
  '[S.v, S.list.length]',
  '({ ...S })',
  'Object.keys(S)',
  "'' + S.v + S.list",
  '(({ v, list: [first] }) => [v, first])(S)',
  '[...S.list]',
  "'extra' in S",
  'S.v',
  'Object.entries(S.inner)',
  'S.list.slice()',
  'S.list.map((each) => each + 1)',
  'JSON.stringify(S)',
  'JSON.stringify([S.inner, { deep: S.list }])',
  'typeof S.v + S.v',
  'Object.values(S).map((each) => each.length)',
  '((sum) => { for (const key in S) sum.push(String(S[key])); return sum; })([])',
];

/** The module `reader`: `R` is what it reads of `S`, `I` the same of the variable `state`, and `X` what loads the writer. */
export const readers = [
  'exports.first = R; exports.x = X;',
  'const state = S; exports.first = I; const x = X; exports.x = x;',
  'const state = S; const read = () => I; exports.first = read(); exports.x = X; exports.later = read();',
  'const state = S; const first = I; const x = X; module.exports = { first, x, second: I };',
  'module.exports = [R, X, R];',
];

export const mains = [
  "console.log(JSON.stringify(require('./reader')));",
  "const { first } = require('./reader'); console.log(JSON.stringify(first), JSON.stringify(require('./reader')));",
];
