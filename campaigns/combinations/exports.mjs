// @ts-check
/**
 * Export idioms: what `provider.js` may look like, and the files beside it that it takes parts from.
 *
 * As far as an idiom allows they offer the same surface, so that every import idiom finds something to do: `a` (a
 * number), `f` (a function), `o` (an object), `C` (a class), `bump()` (changes `a`) and `who()` (uses `this`).
 *
 * @type {Readonly<Record<string, string | Readonly<Record<string, string>>>>}
 */
export const exportIdioms = {
  // ------------------------------------------------------------------------------------------------ one key a time
  inline: `exports.a = 1;
exports.f = function f(x) { return 'f' + x; };
exports.o = { x: 1, deep: { y: 2 } };
exports.C = class C { constructor(n) { this.n = n; } };
exports.bump = function () { exports.a = exports.a + 1; return exports.a; };`,
  moduleExportsMembers: `module.exports.a = 1;
module.exports.f = (x) => 'f' + x;
module.exports.o = { x: 1, deep: { y: 2 } };
module.exports.bump = () => ++module.exports.a;`,
  localThenExport: `const a = 1;
function f(x) { return 'f' + x; }
class C { constructor(n) { this.n = n; } }
const o = { x: 1, deep: { y: 2 } };
exports.a = a;
exports.f = f;
exports.C = C;
exports.o = o;`,
  beforeDeclaration: `exports.f = f;
exports.a = 1;
function f(x) { return 'f' + x + exports.a; }`,
  usesThis: `exports.a = 1;
exports.who = function () { return this === undefined ? 'nobody' : 'somebody with ' + this.a; };
exports.f = function (x) { return this && this.a + x; };`,
  usesThisAsHelper: `exports.a = 1;
exports.g = function () { return 'g'; };
exports.f = function (x) { return this.g() + x; };`,
  lateInFunction: `exports.a = 1;
exports.bump = function () { exports.late = 'late'; exports.a = 2; return exports.a; };
exports.f = (x) => 'f' + x;`,
  reassigned: `exports.a = 0;
exports.f = (x) => 'f' + x;
exports.a = 1;
exports.bump = () => { exports.a += 1; return exports.a; };`,
  conditional: `exports.a = 1;
if (process.argv.length > 100) exports.extra = true;
exports.f = (x) => 'f' + x;`,
  bothBranches: `if (process.argv.length > 100) { exports.a = 5; exports.f = () => 'five'; }
else { exports.a = 1; exports.f = (x) => 'f' + x; }`,
  chained: `exports.a = exports.alias = 1;
exports.f = exports.call = function (x) { return 'f' + x; };`,
  undefinedFirst: `exports.a = exports.f = void 0;
exports.a = 1;
exports.f = (x) => 'f' + x;`,
  reservedKeys: `exports.default = 'the default';
exports.delete = () => 'deleted';
exports['with-dash'] = 3;
exports.a = 1;
exports.f = (x) => 'f' + x;`,
  keysOfObjects: `exports.toString = () => 'my text';
exports.constructor = 'c';
exports.a = 1;
exports.f = (x) => 'f' + x;`,
  keyThen: `exports.then = 'not a promise';
exports.a = 1;
exports.f = (x) => 'f' + x;`,
  unsortedKeys: `exports.z = 26;
exports.f = (x) => 'f' + x;
exports.a = 1;
exports.m = 13;`,
  ownCalls: `exports.a = 1;
exports.f = function (x) { return 'f' + x; };
exports.first = exports.f(exports.a);`,
  letBinding: `let a = 1;
exports.a = a;
exports.f = (x) => 'f' + x + a;
exports.bump = () => { a = 10; return a; };`,
  prints: `console.log('provider loads');
exports.a = 1;
exports.f = (x) => 'f' + x;
console.log('provider loaded');`,
  throwsLate: `exports.a = 1;
exports.f = () => { throw new RangeError('late'); };`,
  // ---------------------------------------------------------------------------------------------------- one value
  literal: `const a = 1;
function f(x) { return 'f' + x; }
module.exports = { a, f, o: { x: 1, deep: { y: 2 } }, C: class { constructor(n) { this.n = n; } } };`,
  literalWithMethods: `module.exports = {
  a: 1,
  f(x) { return 'f' + x; },
  who() { return 'somebody with ' + this.a; },
  bump() { this.a++; return this.a; },
};`,
  literalUnsorted: `module.exports = { z: 1, b: 2, a: 3, f: (x) => x };`,
  functionValue: `module.exports = function (x) { return 'called ' + x; };`,
  functionDeclared: `module.exports = main;
function main(x) { return new.target ? undefined : 'called ' + x; }`,
  functionWithProperties: `module.exports = function main(x) { return 'called ' + x; };
module.exports.a = 1;
module.exports.f = (x) => 'f' + x;
module.exports.bump = () => ++module.exports.a;`,
  functionWithNamedProperties: `function main(x) { return 'called ' + x; }
main.a = 1;
main.f = (x) => 'f' + x;
main.default = main;
module.exports = main;`,
  expressStyle: `exports = module.exports = create;
function create(x) { return 'created ' + x; }
exports.a = 1;
exports.f = (x) => 'f' + x;`,
  classValue: `class Counter {
  constructor(n = 0) { this.n = n; }
  next() { return ++this.n; }
  static a = 1;
  static f(x) { return 'f' + x; }
}
module.exports = Counter;`,
  classExpression: `module.exports = class { constructor(n) { this.n = n; } static get a() { return 1; } };`,
  constructorFunction: `function Old(n) { if (!(this instanceof Old)) return new Old(n); this.n = n; }
Old.prototype.a = 1;
Old.a = 1;
module.exports = Old;
module.exports.Old = Old;`,
  instance: `class Store { constructor() { this.a = 1; } f(x) { return 'f' + x + this.a; } bump() { return ++this.a; } }
module.exports = new Store();`,
  primitiveNumber: `module.exports = 42;`,
  primitiveText: `module.exports = 'a text';`,
  nullValue: `module.exports = null;`,
  undefinedValue: `module.exports = undefined;`,
  arrayValue: `module.exports = ['x', 'y'];`,
  promiseValue: `module.exports = Promise.resolve(1);`,
  frozen: `module.exports = Object.freeze({ a: 1, f: (x) => 'f' + x });`,
  getters: `let reads = 0;
module.exports = { get a() { return ++reads; }, f: (x) => 'f' + x };`,
  defineGetter: `let count = 0;
Object.defineProperty(exports, 'a', { enumerable: true, get: () => ++count });
exports.f = (x) => 'f' + x;`,
  nullPrototype: `module.exports = Object.assign(Object.create(null), { a: 1, f: (x) => 'f' + x });`,
  called: `module.exports = (() => ({ a: 1, f: (x) => 'f' + x }))();`,
  conditionalValue: `module.exports = process.argv.length > 100 ? { a: 5 } : { a: 1, f: (x) => 'f' + x };`,
  valueInBranch: `if (process.argv.length > 100) module.exports = 5;
else module.exports = { a: 1, f: (x) => 'f' + x };`,
  lostKeys: `exports.lost = 1;
module.exports = { a: 1, f: (x) => 'f' + x };`,
  deadExports: `exports = { a: 1, f: () => 'f' };`,
  literalThenMembers: `module.exports = { a: 1 };
module.exports.f = (x) => 'f' + x;
module.exports.bump = () => { module.exports.a = 7; return module.exports.a; };`,
  replacedLate: `module.exports = { a: 1, f: (x) => 'f' + x, bump() { module.exports = { a: 2 }; return 2; } };`,
  // ------------------------------------------------------------------------------------------------------ aliases
  moduleAlias: `const m = module;
m.exports.a = 1;
m.exports.f = (x) => 'f' + x;`,
  exportsAlias: `var self = exports;
self.a = 1;
self.f = function (x) { return 'f' + x + self.a; };
self.bump = () => (self.a = 3);`,
  api: `const api = (module.exports = {});
api.a = 1;
api.f = (x) => 'f' + x;
api.bump = () => ++api.a;`,
  thisAtTop: `this.a = 1;
this.f = (x) => 'f' + x;`,
  assignFunction: `Object.assign(exports, { a: 1, f: (x) => 'f' + x });`,
  computedKey: `for (const key of ['a', 'b']) exports[key] = 1;
exports.f = (x) => 'f' + x;`,
  umd: `(function (root, factory) {
  if (typeof exports === 'object' && typeof module !== 'undefined') factory(exports);
  else factory((root.lib = {}));
})(this, function (exports) {
  exports.a = 1;
  exports.f = function (x) { return 'f' + x; };
});`,
  // --------------------------------------------------------------------------------------------------- re-exports
  reexportNamed: {
    'provider.js': `module.exports = require('./part');`,
    'part.js': `exports.a = 1;
exports.f = (x) => 'f' + x;
exports.bump = () => ++exports.a;`,
  },
  reexportDefault: {
    'provider.js': `module.exports = require('./part');`,
    'part.js': `module.exports = function part(x) { return 'part ' + x; };
module.exports.a = 1;`,
  },
  reexportTwice: {
    'provider.js': `module.exports = require('./middle');`,
    'middle.js': `module.exports = require('./part.js');`,
    'part.js': `exports.a = 1;
exports.f = (x) => 'f' + x;`,
  },
  reexportKept: {
    'provider.js': `module.exports = require('./part');`,
    'part.js': `// esmshift: keep
exports.a = 1;
exports.f = (x) => 'f' + x;
exports.bump = () => ++exports.a;`,
  },
  reexportMember: {
    'provider.js': `module.exports = require('./part').inner;`,
    'part.js': `exports.inner = { a: 1, f: (x) => 'f' + x };
exports.other = 2;`,
  },
  reexportCalled: {
    'provider.js': `module.exports = require('./part')(3);`,
    'part.js': `module.exports = (n) => ({ a: n, f: (x) => 'f' + x });`,
  },
  barrel: {
    'provider.js': `exports.one = require('./one');
exports.two = require('./two');
exports.a = require('./two').a;
exports.f = require('./two').f;`,
    'one.js': `module.exports = function one() { return 'one'; };`,
    'two.js': `exports.a = 1;
exports.f = (x) => 'f' + x;`,
  },
  barrelLiteral: {
    'provider.js': `module.exports = { one: require('./one'), two: require('./two'), a: 1 };`,
    'one.js': `module.exports = class One {};`,
    'two.js': `exports.a = 1;
exports.f = (x) => 'f' + x;`,
  },
  barrelConsts: {
    'provider.js': `const one = require('./one');
const { a, f } = require('./two');
module.exports = { one, a, f };`,
    'one.js': `module.exports = 1;`,
    'two.js': `exports.a = 1;
exports.f = (x) => 'f' + x;`,
  },
  spread: {
    'provider.js': `module.exports = { ...require('./one'), ...require('./two'), b: 2 };`,
    'one.js': `exports.z = 0;
exports.a = 1;`,
    'two.js': `module.exports = { f: (x) => 'f' + x };`,
  },
  assignBarrel: {
    'provider.js': `Object.assign(module.exports, require('./one'), { f: (x) => 'f' + x });`,
    'one.js': `exports.z = 0;
exports.a = 1;`,
  },
  extended: {
    'provider.js': `module.exports = require('./part');
module.exports.added = 'added';`,
    'part.js': `exports.a = 1;
exports.f = (x) => 'f' + x;`,
  },
  keysCopied: {
    'provider.js': `const part = require('./part');
Object.keys(part).forEach((key) => { exports[key] = part[key]; });`,
    'part.js': `exports.a = 1;
exports.f = (x) => 'f' + x;`,
  },
  inheriting: {
    'provider.js': `const Base = require('./part');
module.exports = class Derived extends Base { f(x) { return 'f' + x; } };
module.exports.a = 1;`,
    'part.js': `module.exports = class Base { constructor(n) { this.n = n; } };`,
  },
  indexFolder: {
    'provider/index.js': `exports.a = 1;
exports.f = require('./f');`,
    'provider/f.js': `module.exports = (x) => 'f' + x;`,
  },
  packageFolder: {
    'provider/package.json': `{ "main": "lib/start" }`,
    'provider/lib/start.js': `module.exports = { a: 1, f: (x) => 'f' + x };`,
  },
  // --------------------------------------------------------------------------------- other kinds of files, transpiled
  transpiled: `'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.default = void 0;
exports.a = 1;
const f = (x) => 'f' + x;
exports.f = f;
var _default = f;
exports.default = _default;`,
  transpiledPlainly: `exports.__esModule = true;
exports.a = 1;
exports.default = function (x) { return 'default ' + x; };`,
  json: { 'provider.json': `{ "z": 0, "a": 1, "o": { "x": 1, "deep": { "y": 2 } } }` },
  cjs: { 'provider.cjs': `exports.a = 1;\nexports.f = (x) => 'f' + x;\nexports.bump = () => ++exports.a;` },
  cjsDefault: {
    'provider.cjs': `module.exports = function (x) { return 'called ' + x; };\nmodule.exports.a = 1;`,
  },
  esm: {
    'provider.mjs': `export let a = 1;\nexport const f = (x) => 'f' + x;\nexport const bump = () => ++a;`,
  },
  esmDefault: {
    'provider.mjs': `export default function (x) { return 'called ' + x; }\nexport const a = 1;`,
  },
  nothing: `const unused = 1;\nvoid unused;`,
  nothingButEffect: `console.log('side effect');`,
  emptyFile: ``,
};
