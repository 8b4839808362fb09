import { describe, expect, test } from '@jest/globals';
import { exportsFacts } from '../../src/checker/exports/exports.ts';
import { requireFacts } from '../../src/checker/requires/index.ts';
import { type TimelineFacts, timelineFacts } from '../../src/checker/timeline/timeline.ts';
import { contextOf } from '../support/scan-context.ts';

function factsOf(source: string): TimelineFacts {
  const scan = contextOf(source);
  const { requires } = requireFacts(scan);
  return timelineFacts(scan, requires, exportsFacts(scan, requires).exports);
}

function timeline(source: string): readonly string[] {
  const { requires } = requireFacts(contextOf(source));
  return factsOf(source).timeline.flatMap((entry) => {
    if (entry.kind === 'read') return [];
    if (entry.kind === 'require') return `require ${requires[entry.require]!.specifier}`;
    const { kind, callee } = entry.effect;
    if (callee.kind === 'unknown') return kind;
    if (callee.kind === 'global') return `${kind} ${callee.name}`;
    const path = [requires[callee.require]!.specifier, ...callee.path].join('.');
    return `${kind} ${callee.kind === 'result' ? 'result of ' : ''}${path}`;
  });
}

function sharedReads(source: string): readonly string[] {
  return factsOf(source).timeline.flatMap((entry) =>
    entry.kind === 'read' ? [source.slice(...entry.read.range)] : [],
  );
}

describe('no effect', () => {
  test.each([
    'var a = 1, b = [a, { c: a }], d = `a`, e = /x/g, f = a + 1, g = typeof h;',
    'function f() { console.log(1) } const g = () => process.exit(); class A { m() { x() } f = x() }',
    'var o = {}; o.a = 1; o.b = { c: 2 }; delete o.a; o[k] = 3; exports.x = o; module.exports = o;',
    'function A() {} A.prototype.m = function () { x() }; A.b = 1; A.prototype = Object.create(B.prototype);',
    'var m = new Map([[1, 2]]), s = new Set(), r = new RegExp("a"), d = new Date(), e = new Error("x");',
    'var o = Object.assign({}, d), f = Object.freeze(o); Object.defineProperty(exports, "__esModule", { value: true });',
    'var l = [1, 2].map(function (n) { return n + 1 }).filter(Boolean).join(","); l.split(",");',
    'var s = Symbol("a"), n = parseInt("1", 10), j = JSON.stringify({}), b = Buffer.from("a"), w = Math.max(1, 2);',
    'Object.keys(o).forEach(function (k) { exports[k] = o[k] });',
    '(function () { var a = 1; exports.a = a })(); (() => { exports.b = 1 })();',
    'function add(o, k) { o[k] = 1 } add(exports, "a"); add({}, "b");',
    'function make() { var o = {}; o.x = 1; return o } var a = make(); a.y = 2;',
    'function A() { this.x = 1; this.init() } A.prototype.init = function () { this.y = 2 }; new A().init();',
    'class A { constructor() { this.x = 1 } static s = 1; static { this.t = 2 } } class B extends A {} new B();',
    'function* g() { x() } g();',
    'var f = g || function () {}; var h = c ? 1 : 2; for (var i = 0; i < 3; i++) h += i; switch (h) { case 1: h++ }',
    'if (typeof module !== "object") window.x = 1; else module.exports = 1;',
    'if (typeof module === "object" && typeof exports === "object") module.exports = 1; else window.x = 1;',
    'if (typeof module === "undefined" || !(typeof require === "function")) window.x = 1;',
    'if (typeof exports !== "object") window.x = 1; if (typeof process === "undefined") window.y = 1;',
    'if (typeof globalThis === "undefined" || typeof global !== "object" || typeof Object !== "function") window.x = 1;',
    'if (!module.exports) window.x = 1; if (!module) window.x = 1; if (false) window.x = 1;',
    '(function (root, factory) { if (typeof exports === "object") module.exports = factory(); else root.X = factory() })(this, function () { return {} });',
    'var root = Function("return this")(); root.x;',
    'function even(n) { return n === 0 || odd(n - 1) } function odd(n) { return n > 0 && even(n - 1) } even(2);',
    'var slice = Array.prototype.slice; slice.call([1], 1); Object.prototype.hasOwnProperty.call({}, "a");',
    'var dir = process.cwd(), args = process.argv.slice(2), v = process.version.split(".");',
  ])('%s', (source) => {
    expect(timeline(source)).toEqual([]);
  });

  test.each([
    'var path = require("path"); path.join(__dirname, "a"); path.sep;',
    'var util = require("node:util"); util.inherits(A, B); function A() {} util.promisify(f);',
    'var inherits = require("inherits"); function A() {} inherits(A, B);',
    'var { EventEmitter } = require("events"); var e = new EventEmitter(); e.x = 1;',
    'var a = require("a"); var b = a.b, { c } = a; class D extends a.E {}',
  ])('of builtin modules and members: %s', (source) => {
    expect(timeline(source).filter((entry) => !entry.startsWith('require'))).toEqual([]);
  });

  const callOf = (module: string, name: string): readonly string[] =>
    timeline(`const m = require('${module}'); m.${name}(1);`).filter((entry) => !entry.startsWith('require'));

  test.each([
    ['path', 'join dirname resolve'],
    ['path/posix', 'join'],
    ['path/win32', 'join'],
    [
      'os',
      'arch cpus endianness freemem homedir hostname loadavg platform release tmpdir totalmem type uptime',
    ],
    ['os', 'userInfo version'],
    ['querystring', 'parse'],
    ['punycode', 'toASCII'],
    ['string_decoder', 'StringDecoder'],
    ['url', 'parse'],
    ['buffer', 'isUtf8'],
    ['fs', 'existsSync'],
    ['crypto', 'createHash getHashes getCiphers getCurves randomBytes randomUUID'],
    ['module', 'createRequire isBuiltin'],
    ['tty', 'isatty'],
    ['perf_hooks', 'performance.now'],
    [
      'util',
      'callbackify debuglog deprecate format formatWithOptions inspect isArray isDeepStrictEqual promisify',
    ],
    ['util', 'stripVTControlCharacters'],
  ])('of calls of %s: %s', (module, names) => {
    for (const name of names.split(' ')) {
      expect([name, callOf(module, name)]).toEqual([name, []]);
      expect([name, callOf(`node:${module}`, name)]).toEqual([name, []]);
    }
  });

  test.each([
    ['os', 'setPriority'],
    ['fs', 'readFileSync writeFileSync'],
    ['crypto', 'setFips'],
    ['module', 'register'],
    ['assert', 'ok'],
    ['child_process', 'execSync'],
    ['perf_hooks', 'performance.mark'],
  ])('but of calls of %s: %s', (module, names) => {
    for (const name of names.split(' ')) expect([name, callOf(module, name)]).not.toEqual([name, []]);
  });

  test.each([
    ['events', ['', '.EventEmitter']],
    ['stream', ['', '.Stream', '.Readable', '.Writable', '.Duplex', '.Transform', '.PassThrough']],
    ['async_hooks', ['.AsyncLocalStorage', '.AsyncResource']],
    ['util', ['.TextDecoder', '.TextEncoder']],
    ['string_decoder', ['.StringDecoder']],
  ])('of what %s constructs', (module, paths) => {
    for (const path of paths) {
      const found = timeline(`const m = require('${module}'); new m${path}();`);
      expect([path, found.filter((entry) => !entry.startsWith('require'))]).toEqual([path, []]);
    }
  });
});

test.each<[source: string, expected: readonly string[]]>([
  ['process.env.A = "1"', ['write process.env.A']],
  ['global.x = 1; globalThis.y = 2; z = 3', ['write x', 'write y', 'write z']],
  ['String.prototype.x = f', ['write String.prototype.x']],
  ['Object.defineProperty(String.prototype, "x", {})', ['write String.prototype.x']],
  ['Object.assign(process.env, {})', ['write process.env[]']],
  ['delete process.env.A', ['write process.env.A']],
  ['[process.title] = ["x"]; for (process.title of []);', ['write process.title', 'write process.title']],
  ['var { a = x() } = {}', ['call x']],
  ['console.log(1)', ['call console.log']],
  ['setTimeout(f, 1)', ['call setTimeout']],
  ['process.exit(1)', ['exit process.exit']],
  ['if (x) throw new Error("a")', ['throw']],
  ['import("a")', ['other']],
  ['x`a`; String.raw`a`', ['call']],
  ['new Foo()', ['new Foo']],
  ['class A { static s = x(); [y()] = 1; static { z() } }', ['call y', 'call x', 'call z']],
  ['(function () { console.log(1) })()', ['call console.log']],
  ['function f() { console.log(1) } f()', ['call console.log']],
  ['var f = () => g(); var g = () => process.exit(); f()', ['exit process.exit']],
  ['function set(o) { o.x = 1 } set(process); set({})', ['write process.x']],
  ['function run(f) { f() } run(function () { console.log(1) })', ['call console.log']],
  ['function A() { process.x = 1 } new A()', ['write process.x']],
  ['class A { constructor() { x() } } class B extends A {} new B()', ['call x']],
  ['class A { x = y() } new A()', ['call y']],
  ['var o = { p: process }; o.p.x = 1', ['write process.x']],
  ['[process].forEach(function (o) { o.x = 1 })', ['write process.x']],
  ['[1].map(function () { console.log(1) })', ['call console.log']],
  ['exports.f = function () { console.log(1) }; exports.f()', ['call console.log']],
  ['function f() { this.x = 1 } f.call(process)', ['write process.x']],
  [
    'module.paths.push("a"); require.extensions[".x"] = f',
    ['call module.paths.push', 'write require.extensions..x'],
  ],
  ['var o = {}; o.nothing()', ['call']],
  ['function f(cb) { cb(f) } f(f)', ['call']],
])('%s', (source, expected) => {
  expect(timeline(source)).toEqual(expected);
});

describe('requires stand where they are evaluated', () => {
  test.each<[source: string, expected: readonly string[]]>([
    ['var a = require("a"), b = require("b");', ['require a', 'require b']],
    [
      'process.env.A = 1; require("a"); x(require("b"));',
      ['write process.env.A', 'require a', 'require b', 'call x'],
    ],
    ['x() || require("a")', ['call x', 'require a']],
    ['if (x()) require("a"); else require("b")', ['call x', 'require a', 'require b']],
    [
      'exports.a = require("a"); exports.b = f(require("b"), g())',
      ['require a', 'require b', 'call g', 'call f'],
    ],
    ['(function () { require("a") })()', ['require a']],
    ['function late() { require("a") }', []],
    ['late(); function late() { require("a") }', ['load a']],
    ['for (var x of require("a")) require("b")', ['require a', 'require b']],
  ])('%s', (source, expected) => {
    expect(timeline(source)).toEqual(expected);
  });

  test.each<[source: string, expected: readonly string[]]>([
    ['require("a")("b")', ['require a', 'call a']],
    [
      'var a = require("a")("b"); a("c"); a.d()',
      ['require a', 'call a', 'call result of a', 'call result of a'],
    ],
    ['var a = require("a"); a.b.c()', ['require a', 'call a.b.c']],
    ['var { b: { c } } = require("a"); c()', ['require a', 'call a.b.c']],
    ['var a = require("a"); new a.B()', ['require a', 'new a.B']],
    ['var a = require("a"); a.b = 1; delete a.c', ['require a', 'write a.b', 'write a.c']],
    ['var A = require("a"); class B extends A {} new B()', ['require a', 'new a']],
    ['require("dotenv").config()', ['require dotenv', 'call dotenv.config']],
  ])('a call tells what it reaches: %s', (source, expected) => {
    expect(timeline(source)).toEqual(expected);
  });
});

test.each<[source: string, expected: readonly string[]]>([
  ['var a = process.env.A || 1', ['process.env.A']],
  ['var { B } = process.env', ['process.env']],
  ['var d = typeof window', ['window']],
  ['process.env.A = 1', []],
  ['function f() { return process.env.A }', []],
  ['function f() { return process.env.A } f()', ['f()']],
  ['var a = require("a"), b = a.b.c, d = require("a")', ['a.b', 'a.b.c']],
  ['var { a: { b }, ...c } = require("a")', ['a: { b }', 'b', '...c']],
  ['var a = require("a"); function f({ b }) { return b.c } f(a)', ['f(a)', 'f(a)']],
  ['var a = require("a"); f(1); function f(b) { return b.c }', []],
  ['var a = require("a"), b = [...a], c = { ...a.d }', ['...a', 'a.d', '...a.d']],
  ['var a = require("a"), b = Object.keys(a), c = "k" in a', ['Object.keys(a)', 'a']],
  [
    'var a = require("a"); for (var b of a) ; for (var c in a.d) ;',
    ['for (var b of a) ;', 'a.d', 'for (var c in a.d) ;'],
  ],
  ['Object.keys({}); Array.isArray([]); Math.max(1)', []],
  ['Math.random(); Date.now()', ['Math.random', 'Date.now']],
  ['var P = Promise', ['Promise']],
  ['exports.a = module.id; require.main', []],
])('reads of what others may change: %s', (source, expected) => {
  expect(sharedReads(source)).toEqual(expected);
});
