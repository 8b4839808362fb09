// @ts-check
/** Texts whose variables, functions and classes are made of themselves and of each other: what follows values has to end there. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `A` is what is declared, `B` and `C` are any of the names. */
const declarations = [
  'let A = B;',
  'var A = B || C;',
  'var A = B, B = A;',
  'let A = k ? B : C;',
  'let A = (0, B);',
  'let A = B + C;',
  `let A = \`\${B}/\${C}\`;`,
  'let A = B?.C ?? B;',
  'let A = B.x;',
  'let A = B[C];',
  'let A = [B, ...C];',
  'let A = [B].map((v) => C);',
  'let A = { B, x: C };',
  'let A = { ...B, get x() { return this.x; } };',
  'let A = { __proto__: B };',
  'let { A = B } = C;',
  'let [A = B] = C;',
  'let { [B]: A } = C;',
  'let A = B();',
  'let A = new B(C);',
  'let A = B(C), f = (A) => B(A);',
  'let A = () => B(C);',
  'let A = async () => await B();',
  'let A = (() => B)();',
  'let A = ((A) => A(A))((A) => A(B));',
  'let A = B.bind(C);',
  'let A = Object.create(B);',
  'let A = Object.assign(B, C);',
  'let A = Object.keys(B).reduce((sum, key) => ((sum[key] = C[key]), sum), B);',
  'let A = new Map([[B, C]]);',
  'let A = require(B);',
  "let A = require('./' + B);",
  "let A = require('path').join(B, C);",
  'let A = module.exports = B;',
  'let A = exports.x = B;',
  'var A = exports; exports = B;',
  'let A = this; this.x = B;',
  'function A(B) { return A(B); }',
  'function A(x) { x = B(x); x.y = C; return A; }',
  'function A() { this.x = B; } A.prototype = B;',
  'function* A() { yield* B(C); }',
  'class A extends B {}',
  'class A extends B { static x = C; m() { return super.m(B); } }',
  'class A { static [B] = C; get x() { return new A().x; } }',
  'for (const A of B) C(A);',
  'for (const A in B) C[A] = A;',
  'try { throw B; } catch (A) { A.x = C; }',
];

const uses = [
  'A.x = 1;',
  'A.x.y.x = A;',
  'A[B] = C;',
  'A.prototype.x = 1;',
  'A.x++; A.y ||= B; ({ x: A.z } = C);',
  'delete A.x;',
  'A = B;',
  'A();',
  'new A(B);',
  'A.call(exports, B);',
  'A(A);',
  'exports.x = A;',
  'exports.m = A.bind(exports); exports.n = function () { return this.m(A); };',
  'exports[A] = B;',
  'module.exports = A;',
  'if (A === module) A.exports = B;',
  'require(A);',
  "require(require('path').join(A, 'x'));",
  "require('fs').readdirSync(A).forEach((name) => require(A + name));",
  "require('fs').readFileSync(A, 'utf8');",
  "new (require('worker_threads').Worker)(A);",
  'process.env[A] = B;',
  'setTimeout(A);',
  'Object.assign(A, B);',
  'Object.freeze(A); A.x = 1;',
  'Object.setPrototypeOf(A, B); Reflect.construct(A, [B], C);',
  'Object.defineProperty(exports, A, { get: B });',
  'A.forEach((each) => { each.x = B; });',
  'for (const key in A) A[key].x = B;',
  'A.splice(0, A.length, ...B); A.length = 0;',
  "A.on('x', function () { this.x = B; });",
  'String.prototype.x = function () { return A.x(this); };',
  'JSON.parse(A).x = B;',
  'A instanceof B; B in A; A == B;',
  'function give(x) { x.y = A; return give(x); } give(B);',
  'function again(x) { return x ? again(x.next) : A; } again(B).x = C;',
  'new Function(A)(B);',
];

/** `D` stands for the declarations, `U` for the uses. */
const places = [
  'D\nU',
  'U\nD',
  "'use strict';\n{\nD\nconst run = () => {\nU\n};\nrun(run);\n}",
  'exports.f = function (k) {\nD\nU\n};\nexports.f(exports.f);',
  '(function (value) {\nvalue.filled = 1;\nfunction inner() {\ncall(() => {\nU\nD\n});\n}\n})(exports);',
];

/**
 * @param {() => number} random
 * @returns {string}
 */
function circularText(random) {
  const one = (/** @type {readonly string[]} */ list) =>
    /** @type {string} */ (list[Math.floor(random() * list.length)]);
  const filled = (/** @type {string} */ text, name = one(['c', 'd', 'e'])) =>
    text.replaceAll(/\bA\b/g, name).replaceAll(/\b[BC]\b/g, () => one(['c', 'd', 'e']));
  const names = ['c', 'd', 'e'].slice(0, 1 + Math.floor(random() * 3));
  const declared = names.map((name) => filled(one(declarations), name)).join('\n');
  const used = names.map(() => filled(one(uses))).join('\n');
  return `${one(places)
    .replace('D', () => declared)
    .replace('U', () => used)}\n`;
}

const perProject = 40;
const longestMs = 5000;
const exhausted = new Set(['internal-error', 'internal-output-invalid', 'nested-too-deeply']);

/**
 * Plans projects of such texts, which takes more than a scan of each.
 *
 * @param {typeof import('../../src/plan.ts').plan} plan
 * @param {number} count of texts
 * @param {() => number} random
 * @returns {Promise<string[]>} what exhausted the stack or took too long, and by which text
 */
export async function harmByCircles(plan, count, random) {
  /** @type {string[]} */
  const found = [];
  for (let done = 0; done < count; done += perProject) {
    const folder = mkdtempSync(join(tmpdir(), 'esmshift-circles-'));
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const texts = Array.from({ length: perProject }, () => circularText(random));
    for (const [index, text] of texts.entries()) writeFileSync(join(folder, `${index}.js`), text);
    const started = performance.now();
    const { report } = await plan({ cwd: folder });
    const ms = performance.now() - started;
    rmSync(folder, { recursive: true });
    if (ms > longestMs) found.push(`${ms.toFixed(0)} ms for\n${texts.join('---\n')}`);
    for (const { path, diagnostics } of report.files)
      for (const { code } of diagnostics)
        if (exhausted.has(code)) found.push(`${code}\n${texts[Number.parseInt(path, 10)]}`);
  }
  return found;
}
