import { describe, expect, test } from '@jest/globals';
import { strictFacts } from '../../src/checker/strict/strict.ts';
import { contextOf } from '../support/scan-context.ts';

/** The source with its mends applied. */
function mended(source: string): string {
  const { mends } = strictFacts(contextOf(source));
  return mends.reduceRight(
    (text, { range, text: by }) => text.slice(0, range[0]) + by + text.slice(range[1]),
    source,
  );
}

function refusals(source: string): readonly string[] {
  const { mends, findings } = strictFacts(contextOf(source));
  const notes = new Set(mends.map(({ code }) => code));
  return findings.map(({ code }) => code).filter((code) => !notes.has(code));
}

const mends: readonly [before: string, after: string][] = [
  // Numbers and strings
  ['x(010, 0777, 00, 07)', 'x(0o10, 0o777, 0o0, 0o7)'],
  ['x(08, 099.5)', 'x(8, 99.5)'],
  ['x("\\101\\8\\0")', 'x("\\x418\\0")'],
  ['x("\\08", "\\477", "\\\\01")', 'x("\\x008", "\\x277", "\\\\01")'],
  ['"\\01"; x()', '"\\x01"; x()'],
  // Undeclared names
  ['x = 1;', 'globalThis.x = 1;'],
  ['for (i = 0; i < n; i++);', 'for (globalThis.i = 0; i < n; i++);'],
  ['for (k in o); for (v of l);', 'for (globalThis.k in o); for (globalThis.v of l);'],
  ['[a, b.c, ...d] = l', '[globalThis.a, b.c, ...globalThis.d] = l'],
  ['({ a, b = 1, c: d } = o)', '({ a: globalThis.a, b: globalThis.b = 1, c: globalThis.d } = o)'],
  ['function f() { deep = 1 }', 'function f() { globalThis.deep = 1 }'],
  ['run = function () {}', 'globalThis.run = function run() {}'],
  ['run = async function* () {}', 'globalThis.run = async function* run() {}'],
  ['run = function(){ run() }', 'globalThis.run = ({ run: function(){ run() } }).run'],
  ['run = () => 1', 'globalThis.run = ({ run: () => 1 }).run'],
  ['module.exports = run = function () {}', 'module.exports = globalThis.run = function run() {}'],
  ['x += 1; x++; typeof x', 'x += 1; x++; typeof x'],
  ['Promise = p; process = q', 'Promise = p; process = q'],
  ['exports = x; module = y; require = z', 'exports = x; module = y; require = z'],
  [
    'var x; function f() { x = 1 } catch_: { try {} catch (e) { e = 1 } }',
    'var x; function f() { x = 1 } catch_: { try {} catch (e) { e = 1 } }',
  ],
  // Names
  [
    'var package = 1; f({ package }, package, o.package)',
    'var package_1 = 1; f({ package: package_1 }, package_1, o.package)',
  ],
  ['function f(static, x = static) {}', 'function f(static_1, x = static_1) {}'],
  ['var { public, private: interface = 1 } = o', 'var { public: public_1, private: interface_1 = 1 } = o'],
  ['var await = 1, await_1; await', 'var await_2 = 1, await_1; await_2'],
  [
    'function f() { "use strict"; var await; return await }',
    'function f() { "use strict"; var await_1; return await_1 }',
  ],
  // Functions
  ['function f(a, b, a) { return a }', 'function f(a_1, b, a) { return a }'],
  ['function f() { return arguments.callee }', 'function f() { return f }'],
  ['var f = function () { return arguments.callee }', 'var f = function () { return f }'],
  ['x(function f() { return () => arguments.callee })', 'x(function f() { return () => f })'],
  ['(function () { return this })()', '(function () { return globalThis })()'],
  ['(function () { return this }).call(null)', '(function () { return globalThis }).call(null)'],
  ['function f() { return () => this } f()', 'function f() { return () => globalThis } f()'],
  ['[1].forEach(function () { x(this) })', '[1].forEach(function () { x(globalThis) })'],
  [
    'String.prototype.is = function () { return this === "x" }',
    'String.prototype.is = function () { return Object(this) === "x" }',
  ],
  [
    'Number.prototype.x = function () {\n\tthis.n = 1\n\treturn this.n\n}',
    'Number.prototype.x = function () {\n\tconst self = Object(this);\n\tself.n = 1\n\treturn self.n\n}',
  ],
  [
    'String.prototype.lazy = function () { return () => this }',
    'String.prototype.lazy = function () { const self = Object(this); return () => self }',
  ],
  [
    'String.prototype.to = function () { return new this.Kind(this) }; self',
    'String.prototype.to = function () { const self_1 = Object(this); return new self_1.Kind(self_1) }; self',
  ],
  [
    'function f() { return this } f(); f.call(1)',
    'function f() { return Object(this ?? globalThis) } f(); f.call(1)',
  ],
  ['l: function f() {}', 'function f() {}'],
  ['if (a) function f() {} else function g() {}', 'if (a) { function f() {} } else { function g() {} }'],
  ['function f() {} function f() {}', 'function f_1() {} function f() {}'],
  ['var f; function f() {}', '; function f() {}'],
  ['function f() {} var f = 1', 'function f() {} f = 1'],
  ['function f() {} for (var f in o);', 'function f() {} for (f in o);'],
  // The rest
  ['var x; delete x; delete y', "var x; false; Reflect.deleteProperty(globalThis, 'y')"],
  ['x(new.target)', 'x(void 0)'],
  ['<!-- a\nx()\n--> b', '// a\nx()\n// b'],
];

test.each(mends)('%s', (before, after) => {
  expect(mended(before)).toBe(after);
  expect(refusals(before)).toEqual([]);
});

const refused: Readonly<Record<string, readonly string[]>> = {
  'strict-undeclared': ['var globalThis; x = 1'],
  'strict-reserved-name': [
    'function package() {}',
    'var public = function () {}',
    'yield = 1',
    'static: for (;;) break static',
    'class await {}',
  ],
  'strict-read-only': [
    'function f() {} x(f.name = y())',
    'function f() {} f.name += 1',
    'function f() {} f /* c */.name = 1',
    'var Reflect; function f() {} f.name = 1',
    'module.exports = function () {}; module.exports.name = "x"',
    'var a = module.exports = function () {}; module.exports.name = "x"',
    'undefined = 1',
    'crypto = require("crypto")',
    'x(function f() { f = 1 })',
    'const o = { get a() { return 1 } }; o.a++',
    'const s = "text"; s.length = 0',
  ],
  'strict-name-as-target': [
    'function f(eval) {}',
    'var arguments',
    'function f() { arguments = 1 }',
    'eval++',
  ],
  'strict-callee': [
    'x(function () { return arguments.callee })',
    'function f() { arguments.callee = 1 }',
    'function f() { this.x; return arguments.callee() }',
    'function f() { return arguments.callee } f = 1',
  ],
  'strict-function-caller': ['function f() { return f.caller }', 'function f() { return f.arguments[0] }'],
  'strict-eval': ['eval(x)', 'eval("var y")', 'function f() { eval("x = 1") }'],
  'strict-this': [
    'var globalThis; function f() { this.x = 1 } f(); new f()',
    'var globalThis; function f() { return this } f(); exports.f = f',
    'var globalThis; function f() { var self = this; return self.x } o.f = f; f()',
  ],
  'strict-this-primitive': [
    'var Object; String.prototype.is = function () { return this === "x" }',
    'Number.prototype.is = function (n = this) { return this === n }',
    'String.prototype.cut = function () { this.length = 1 }',
    'String.prototype.put = function (i) { this[i] = 1 }',
  ],
  'strict-delete': ['function F() {} delete (F.prototype)', 'var Reflect; delete Array.prototype'],
  'strict-with': ['with (o) x'],
  'strict-block-function': [
    'if (a) { function f() {} } f()',
    'f(); { function f() {} }',
    'if (a) function f() {} f()',
  ],
  'strict-declared-again': [
    '{ function f() {} function f() {} }',
    'switch (1) { case 1: function f() {} case 2: function f() {} }',
    'function f() {} var f = 1, g = 2',
  ],
  'strict-label': ['l: /* c */ function f() {}'],
  'strict-for-in-initialiser': ['for (var k = 0 in o);'],
};

describe.each(Object.entries(refused))('%s', (code, sources) => {
  test.each(sources)('%s', (source) => {
    expect(refusals(source)).toContain(code);
  });
});

test.each([
  ['function f() {} f.name = 1', "function f() {} Reflect.set(f, 'name', 1)"],
  [
    'function f() {} f.name = 1; const o = {}, l = []; o.x = 1; l[k] = 2; f.prototype.y = 3',
    "function f() {} Reflect.set(f, 'name', 1); const o = {}, l = []; o.x = 1; l[k] = 2; f.prototype.y = 3",
  ],
  ['var f = () => 1; f["length"] = (2, 3)', "var f = () => 1; Reflect.set(f, 'length', (2, 3))"],
  [
    'const o = Object.freeze({}); a && (o.a = 1); function f(b) { b.c = 2 }',
    "const o = Object.freeze({}); a && (Reflect.set(o, 'a', 1)); function f(b) { b.c = 2 }",
  ],
  [
    'const o = Object.freeze({}); a(o); o.a = 1, b.c = 2',
    "const o = Object.freeze({}); a(o); Reflect.set(o, 'a', 1), Reflect.set(b, 'c', 2)",
  ],
  [
    'function f(v, x) { return f.name = v } function g(x, h) { x.y = f.length = 1; x.name = h.z = 2 }',
    "function f(v, x) { return (Reflect.set(f, 'name', v), v) } function g(x, h) { x.y = (Reflect.set(f, 'length', 1), 1); Reflect.set(x, 'name', h.z = 2) }",
  ],
  [
    'class A {} A.prototype = {}; o[k] = v',
    "class A {} Reflect.set(A, 'prototype', {}); Reflect.set(o, k, v)",
  ],
  [
    'function F() {} x(delete F.prototype); var o = new F(); delete o[k]; delete perhapsText[k]',
    "function F() {} x(Reflect.deleteProperty(F, 'prototype')); var o = new F(); Reflect.deleteProperty(o, k); delete perhapsText[k]",
  ],
])('goes on: %s', (source, expected) => {
  expect(refusals(source)).toEqual([]);
  expect(mended(source)).toBe(expected);
});

test.each([
  'function f(a) { return arguments.length + a }',
  'function F() { if (!(this instanceof F)) return new F(); this.x = 1 } F()',
  'function F() { if (this instanceof F) return this.x; return this instanceof F && this.y } F(); o.f = F',
  'F.prototype.m = function () { return this.x }',
  'function F() { this.x = 1 } new F(); F.call(o)',
  'l.forEach(function () { this.x }, o)',
  'String.prototype.last = function () { return this[this.length - 1] + this.charAt(0) }',
  'if (a) { function f() {} f() }',
  'eval("require"); (0, eval)("var x"); new Function("with (x) y")',
  'o.name = 1; exports.name = 2; var f; f.name = 1',
  'function f() { return node.arguments + node.caller }',
  '"use strict"; function f(a) { a = 1; return arguments[0] } f.name = 1; undefined = 1',
  'x(y.package, { package: 1 })',
  'import a from "a"; x = 1; this.y',
])('nothing to say: %s', (source) => {
  expect(refusals(source)).toEqual([]);
  expect(mended(source)).toBe(source);
});

describe('parameters and arguments', () => {
  const clashes = (source: string): boolean =>
    refusals(source).includes('strict-arguments-alias') ||
    mended(source).includes('arguments.length > 0 && (');

  test.each([
    'function f(a) { a = 1; return arguments[0] }',
    'function f(a) { a = a || 1; return g.apply(this, arguments) }',
    'function f(a) { arguments[0] = 1; return a }',
    'function f(a) { [].shift.call(arguments); return a }',
    'function f(a) { a++; return slice.call(arguments) }',
    'function f(a) { a = 1; return () => arguments[0] }',
    'function f(a) { for (;;) { x(arguments[0]); a = 1 } }',
    'function f(a) { x(() => { a = 1 }); return [...arguments] }',
    'function f(a) { var args = arguments; a = 1; return args[0] }',
    'function f(a) { a = 1; return arguments }',
    'function f(a, i) { a = 1; return arguments[i] }',
    'function f(a) { a = 1; for (var i = 0; i < arguments.length; i++) x(arguments[i]) }',
    'function f(a) { a = 1; for (var i = 1; i < 2; i--) x(arguments[i]) }',
    'function f(a) { set(arguments); return a } function set(list) { list[0] = 1 }',
    'function f(a) { var a = 1; return arguments[0] }',
  ])('one variable: %s', (source) => {
    expect(clashes(source)).toBe(true);
  });

  test.each([
    ['a = 1', 'a = 1, arguments.length > 0 && (arguments[0] = a)'],
    ['if (!a) a++', 'if (!a) a++, arguments.length > 0 && (arguments[0] = a)'],
    ['for (a = 0; ; a--) ;', null],
    ['arguments[0] = 1; g(a)', 'arguments[0] = 1, arguments.length > 0 && (a = arguments[0]); g(a)'],
    ['(a = 3)', '(a = 3, arguments.length > 0 && (arguments[0] = a))'],
  ])('written to both: %s', (write, expected) => {
    const around = (text: string): string => `function f(a) { ${text}; return arguments[0] }`;
    const each =
      'for (a = 0, arguments.length > 0 && (arguments[0] = a); ; a--, arguments.length > 0 && (arguments[0] = a)) ;';
    expect(mended(around(write))).toBe(around(expected ?? each));
  });

  test('written to both where it is declared once more', () => {
    expect(mended('function f(a) { var a = a || 2\nreturn arguments[0] }')).toBe(
      'function f(a) { var a = a || 2\narguments.length > 0 && (arguments[0] = a);\nreturn arguments[0] }',
    );
    expect(mended('function f(a) { var a = 2; return arguments[0] }')).toBe(
      'function f(a) { var a = 2; arguments.length > 0 && (arguments[0] = a); return arguments[0] }',
    );
  });

  test.each([
    'function f(a) { g(a = 1); return arguments[0] }',
    'function f(a) { [a] = [1]; return arguments[0] }',
    'function f(a) { for (a of []); return arguments[0] }',
    'function f(a) { function g() { a = 1 } g(); return arguments[0] }',
    'function f(a) { arguments[i] = 1; return a }',
    'function f(a) { delete arguments[0]; return a }',
    'function f(a) { arguments.length = 0; a = 1; return arguments[0] }',
    'function f(a, a) { a = 1; return arguments[0] }',
    'function f(let) { let = 1; return arguments[0] }',
    'function f(a) { set(arguments); return a } function set(list) { list[0] = 1 }',
  ])('refused: %s', (source) => {
    expect(refusals(source)).toContain('strict-arguments-alias');
  });

  test.each([
    'function f(a) { a = 1; return arguments.length }',
    'function f(a) { a = [].slice.call(arguments) }',
    'function f(a) { var list = [].slice.call(arguments); a = 1; return list }',
    'function f(a) { a = 1; return [].slice.call(arguments, 1) }',
    'function f(a, b) { b = 1; return arguments[0] }',
    'function f(a = 0) { a = 1; return arguments[0] }',
    'function f(...a) { a = 1; return arguments[0] }',
    'function f(a) { "use strict"; a = 1; return arguments[0] }',
    'function f(a) { if (a) { a = 1; return a } return arguments[0] }',
    'function f(a) { if (a) a = 1; else x(arguments[0]) }',
    'function f(a) { x(a); arguments[0] = 1 }',
    'function f(a) { x(a, arguments) }',
    'function f(a) { a = 1; for (var i = 1; i < arguments.length; i++) x(arguments[i]) }',
  ])('two variables: %s', (source) => {
    expect(clashes(source)).toBe(false);
  });
});
