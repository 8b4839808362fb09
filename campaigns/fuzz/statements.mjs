// @ts-check
/** Statements: how a file exports, loads others, uses what it loaded, and what else happens while it loads. */
import fc from 'fast-check';
import { ON_PRIMITIVE } from '../combinations/compare.mjs';
import {
  exportsHere,
  expression,
  keyOf,
  kindOf,
  member,
  moduleHere,
  nameOf,
  notName,
  property,
  value,
  visibleAs,
} from './expressions.mjs';
import { hazardOf } from './hazards.mjs';

/**
 * @typedef {import('./scope.mjs').Scope} Scope
 * @typedef {import('./expressions.mjs').Recipe} Recipe
 *
 * @typedef {object} Statement
 * @property {string} kind
 * @property {number} n
 * @property {string} key
 * @property {string} name
 * @property {Recipe} value
 * @property {readonly Statement[]} body
 *
 * @typedef {(statement: Statement, scope: Scope) => string} Write
 */

/** Tells writes to primitive values apart: that these fail in strict code is not always seen beforehand. */
const caught = `catch (error) { console.log(/ on (?:boolean|number|string) /.test(error.message) ? '${ON_PRIMITIVE}' : error.name); }`;

/** @type {Readonly<Record<string, readonly [weight: number, write: Write]>>} */
const exporting = {
  key: [
    14,
    ({ key, value: v, n }, scope) => `${exportsOf(n, scope)}${member(key)} = ${expression(v, scope)};`,
  ],
  chain: [
    2,
    ({ key, value: v, name }, scope) =>
      `${exportsOf(0, scope)}${member(key)} = ${exportsOf(0, scope)}${member(name)} = ${expression(v, scope)};`,
  ],
  compound: [
    2,
    ({ key, n }, scope) =>
      `${exportsOf(0, scope)}${member(notName(key))} ${['||=', '??=', '&&='][n % 3]} ${n};`,
  ],
  update: [1, ({ key }, scope) => `${exportsOf(0, scope)}${member(notName(key))}++;`],
  whole: [
    5,
    ({ value: v }, scope) => (moduleHere(scope) ? `module.exports = ${expression(v, scope)};` : ';'),
  ],
  wholeList: [
    3,
    ({ n }, scope) => {
      if (!moduleHere(scope)) return ';';
      const listed = scope.visible().slice(-1 - (n % 3));
      return `module.exports = { ${[...new Set(listed.map(({ name }) => name))].join(', ')} };`;
    },
  ],
  both: [
    2,
    ({ value: v }, scope) =>
      exportsHere(scope) && moduleHere(scope) ? `exports = module.exports = ${replacement(v, scope)};` : ';',
  ],
  detached: [1, ({ value: v }, scope) => (exportsHere(scope) ? `exports = ${replacement(v, scope)};` : ';')],
  assign: [
    1,
    ({ key, value: v }, scope) =>
      `Object.assign(${exportsOf(0, scope)}, { ${property(key)}: ${expression(v, scope)} });`,
  ],
  accessor: [
    1,
    ({ key, value: v, n }, scope) =>
      `Object.defineProperty(${exportsOf(0, scope)}, '${key}', { enumerable: ${n % 2 === 0}, configurable: true, get: () => ${parenthesised(v, scope)} });`,
  ],
  remove: [1, ({ key }, scope) => `delete ${exportsOf(0, scope)}${member(key)};`],
  reexport: [
    2,
    ({ n }, scope) => {
      const call = requireCall(n, scope);
      return call === null || !moduleHere(scope) ? ';' : `module.exports = ${call};`;
    },
  ],
  spread: [
    1,
    ({ n, key }, scope) => {
      const call = requireCall(n, scope);
      return call === null || !moduleHere(scope)
        ? ';'
        : `module.exports = { ...${call}, ${property(key)}: ${n} };`;
    },
  ],
  alias: [
    2,
    ({ n, name }, scope) => {
      if (!exportsHere(scope) || !moduleHere(scope)) return ';';
      const to = ['exports', 'module.exports', 'this', 'exports'][n % 4];
      if (to === 'this' && !scope.atTop) return ';';
      return `${word(n, scope)} ${scope.declare(name, 'object')} = ${to};`;
    },
  ],
  moduleAlias: [
    1,
    ({ name, key, value: v }, scope) => {
      if (!moduleHere(scope)) return ';';
      const text = expression(v, scope);
      const alias = scope.declare(name, 'value');
      return `const ${alias} = module;\n${alias}.exports${member(key)} = ${text};`;
    },
  ],
};

/** @type {Readonly<Record<string, readonly [weight: number, write: Write]>>} */
const loading = {
  bind: [
    14,
    ({ n, name }, scope) => {
      const call = requireCall(n, scope);
      return call === null ? ';' : `${word(n, scope)} ${scope.declare(name, 'module')} = ${call};`;
    },
  ],
  bindMember: [
    3,
    ({ n, name, key }, scope) => {
      const call = requireCall(n, scope);
      return call === null ? ';' : `const ${scope.declare(name, 'value')} = ${call}${member(notName(key))};`;
    },
  ],
  pattern: [
    7,
    ({ n, name, key }, scope) => {
      const call = requireCall(n, scope);
      if (call === null) return ';';
      const bound = scope.declare(name, 'value');
      return `const { ${property(key)}: ${bound}${n % 2 ? ` = ${n}` : ''} } = ${call};`;
    },
  ],
  shorthand: [
    2,
    ({ n, name }, scope) => {
      const call = requireCall(n, scope);
      const bound = scope.free(name);
      if (call === null || bound !== name) return ';';
      scope.locals.push({ name, kind: 'value', mutable: false });
      return `const { ${name} } = ${call};`;
    },
  ],
  rest: [
    1,
    ({ n, name, key }, scope) => {
      const call = requireCall(n, scope);
      if (call === null) return ';';
      return `const { ${property(key)}: ${scope.declare(name, 'value')}, ...${scope.declare('rest', 'object')} } = ${call};`;
    },
  ],
  bare: [2, ({ n }, scope) => statement(requireCall(n, scope))],
  missing: [
    1,
    ({ n }, scope) =>
      visibleAs(scope, 'require')
        ? `try { require('./absent-${n}'); } catch (error) { console.log(error.code); }`
        : ';',
  ],
  builtin: [
    1,
    ({ n, name }, scope) => {
      if (!visibleAs(scope, 'require')) return ';';
      const called = [
        "require('path').sep",
        "require('util').inspect(1)",
        "typeof require('fs').readFileSync",
      ][n % 3];
      return `const ${scope.declare(name, 'value')} = ${called};`;
    },
  ],
};

/** What is done with a module: `$M` is it, `$K` a key, `$V` its value. Names of functions may differ, so texts are not printed. */
const uses = [
  'console.log(typeof $M$K);',
  'console.log(String($M$K === undefined));',
  `try { console.log(typeof $M$K()); } ${caught}`,
  `try { console.log(typeof new $M$K()); } ${caught}`,
  `try { console.log(typeof $M()); } ${caught}`,
  `try { $M$K = 9; console.log($V); } ${caught}`,
  'console.log(Object.keys($M).join());',
  "console.log('$N' in Object($M));",
  'console.log(JSON.stringify({ ...$M }));',
  'for (const each in $M) console.log(each);',
  `try { console.log(delete $M$K); } ${caught}`,
  `try { $M$K++; console.log($V); } ${caught}`,
  'console.log(typeof $M, Array.isArray($M), $M === Object($M));',
  "console.log($M.hasOwnProperty ? $M.hasOwnProperty('$N') : 'none');",
  `try { $M$K(4); console.log(typeof $M.a, typeof $M.value); } ${caught}`,
  'setTimeout(() => console.log(typeof $M$K), 1);',
  'console.log(((given) => Object.keys(Object(given)).length)($M));',
  `try { const detached = $M$K; console.log(typeof detached()); } ${caught}`,
  `try { console.log($M$K.toString === Object.prototype.toString, typeof $M); } ${caught}`,
  'console.log(Object.getOwnPropertyNames(Object($M)).length > 0, Object.isFrozen($M));',
];

/** @type {Readonly<Record<string, readonly [weight: number, write: Write]>>} */
const using = {
  use: [
    22,
    ({ n, key, name }, scope) => {
      const local = scope.pick(n, ({ kind }) => kind === 'module');
      if (local === null) return `console.log('${scope.file.tag}', '${name}');`;
      const index = (n * 7 + key.length * 5 + name.length * 3 + name.charCodeAt(0)) % uses.length;
      const use = /** @type {string} */ (uses[index]);
      return use
        .replaceAll('$V', "typeof $M$K === 'string' ? 'text' : $M$K")
        .replaceAll('$M', local.name)
        .replaceAll('$K', member(key))
        .replaceAll('$N', key);
    },
  ],
  show: [5, ({ value: v }, scope) => `console.log('${scope.file.tag}', typeof ${parenthesised(v, scope)});`],
  showLocal: [
    4,
    ({ n }, scope) => {
      const local = scope.pick(n);
      return local === null
        ? ';'
        : `console.log('${scope.file.tag}', typeof ${local.name}, Object(${local.name}) === ${local.name});`;
    },
  ],
  callLocal: [
    2,
    ({ n }, scope) => {
      const local = scope.pick(n, ({ kind }) => kind === 'function');
      return local === null ? ';' : `try { console.log(typeof ${local.name}()); } ${caught}`;
    },
  ],
};

/** @type {Readonly<Record<string, readonly [weight: number, write: Write]>>} */
const declaring = {
  constant: [4, ({ name, value: v }, scope) => declared('const', name, v, scope)],
  variable: [3, ({ name, value: v }, scope) => declared('let', name, v, scope)],
  oldVariable: [3, ({ name, value: v }, scope) => declared('var', name, v, scope)],
  function: [
    4,
    ({ name, value: v, body }, scope) => {
      const declaredName = scope.declare(name, 'function');
      const inner = scope.inside(true);
      return `function ${declaredName}() {\n${written(body, inner)}\nreturn ${expression(v, inner)};\n}`;
    },
  ],
  shadowing: [
    1,
    ({ n, name, body }, scope) => {
      const hidden = /** @type {string} */ (['exports', 'module', 'require'][n % 3]);
      const declaredName = scope.declare(name, 'function');
      const inner = scope.inside(true);
      inner.declare(hidden, 'value');
      return `function ${declaredName}(${hidden}) {\n${written(body, inner)}\nreturn typeof ${hidden};\n}`;
    },
  ],
  reassign: [
    3,
    ({ n, value: v }, scope) => {
      const local = scope.pick(n, ({ mutable }) => mutable);
      return local === null ? ';' : `${local.name} = ${expression(v, scope)};`;
    },
  ],
};

/** @type {Readonly<Record<string, readonly [weight: number, write: Write]>>} */
const flowing = {
  branch: [
    2,
    ({ n, body }, scope) => `if (${['1', '0', 'process.pid'][n % 3]}) {\n${written(body, scope.inside())}\n}`,
  ],
  loop: [1, ({ body }, scope) => `for (let i = 0; i < 2; i++) {\n${written(body, scope.inside())}\n}`],
  guarded: [1, ({ body }, scope) => `try {\n${written(body, scope.inside())}\n} ${caught}`],
  invoked: [2, ({ body }, scope) => `(function () {\n${written(body, scope.inside(true))}\n})();`],
  invokedWith: [
    1,
    ({ body, name }, scope) => {
      if (!exportsHere(scope)) return ';';
      const inner = scope.inside(true);
      const parameter = inner.declare(name, 'object');
      return `(function (${parameter}) {\n${parameter}.filled = 1;\n${written(body, inner)}\n})(${exportsOf(0, scope)});`;
    },
  ],
  block: [1, ({ body }, scope) => `{\n${written(body, scope.inside())}\n}`],
  later: [
    1,
    ({ body, n }, scope) =>
      `${n % 3 ? 'setTimeout' : 'queueMicrotask'}(() => {\n${written(body, scope.inside(true))}\n});`,
  ],
};

/** @type {Readonly<Record<string, readonly [weight: number, write: Write]>>} */
const affecting = {
  print: [5, ({ n }, scope) => `console.log('${scope.file.tag} ${n}');`],
  global: [2, ({ key, n }) => `globalThis['shared-${key}'] = [${n}];`],
  environment: [1, ({ key, n }) => `process.env.FUZZ_${key.length} = '${n}';`],
  readEnvironment: [1, ({ key }) => `console.log(process.env.FUZZ_${key.length});`],
  leak: [
    1,
    ({ name, n }) =>
      `leaked_${name} = ${n}; console.log(typeof leaked_${name}, globalThis.leaked_${name}); delete globalThis.leaked_${name};`,
  ],
  plainThis: [1, () => `console.log((function () { return this === undefined; })());`],
  topThis: [1, ({ key }, scope) => (scope.atTop ? `console.log(typeof this${member(key)});` : ';')],
  failingWrite: [1, ({ n }) => `Object.freeze([${n}]).length = 0;`],
  fileName: [1, () => `console.log(typeof __filename, require('path').basename(__dirname).length > 0);`],
  mainTest: [
    1,
    (_, scope) =>
      visibleAs(scope, 'require') && moduleHere(scope) ? 'console.log(require.main === module);' : ';',
  ],
};

const kinds = {
  ...exporting,
  ...prefixed('load', loading),
  ...prefixed('use', using),
  ...prefixed('declare', declaring),
  ...prefixed('flow', flowing),
  ...prefixed('affect', affecting),
};

/** The kinds that export something. */
export const EXPORTING = new Set(Object.keys(exporting));

/** @type {{ statements: fc.Arbitrary<Statement[]> }} */
export const { statements } = fc.letrec((tie) => ({
  statement: fc.record({
    kind: fc.oneof(
      ...Object.entries(kinds).map(([kind, [weight]]) => ({ weight, arbitrary: fc.constant(kind) })),
    ),
    n: fc.nat({ max: 11 }),
    key: keyOf,
    name: nameOf,
    value,
    body: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constant([]),
      /** @type {fc.Arbitrary<Statement[]>} */ (fc.array(tie('statement'), { maxLength: 3 })),
    ),
  }),
  statements: /** @type {fc.Arbitrary<Statement[]>} */ (
    fc.array(tie('statement'), { minLength: 3, maxLength: 14 })
  ),
}));

/**
 * @param {readonly Statement[]} body
 * @param {Scope} scope
 * @returns {string}
 */
export function written(body, scope) {
  return body
    .map((one) => {
      const text = /** @type {any} */ (kinds)[one.kind][1](one, scope);
      const hazard = hazardOf(one);
      if (text !== ';' && hazard !== null) scope.file.hazards.add(hazard);
      return text;
    })
    .filter((text) => text !== ';')
    .join('\n');
}

/**
 * How the exports are denoted: mostly by the variable.
 *
 * @param {number} n
 * @param {Scope} scope
 */
function exportsOf(n, scope) {
  if (n % 6 === 5 && scope.atTop) return 'this';
  if ((n % 3 === 2 || !exportsHere(scope)) && moduleHere(scope)) return 'module.exports';
  return exportsHere(scope) ? 'exports' : '({})';
}

/**
 * A value that properties can be put on, or one that shows that it is none: writes to what turns out to be primitive only
 * when the program runs fail silently in sloppy code, and nobody can know.
 *
 * @param {Recipe} recipe
 * @param {Scope} scope
 */
function replacement(recipe, scope) {
  const isPlain = kindOf(recipe) !== 'value' || recipe.kind === 'number' || recipe.kind === 'string';
  return isPlain ? expression(recipe, scope) : `{ replaced: ${expression(recipe, scope)} }`;
}

/**
 * @param {number} n
 * @param {Scope} scope
 */
function requireCall(n, scope) {
  const specifier = scope.file.specifier(n);
  return specifier === null || !visibleAs(scope, 'require') ? null : `require('${specifier}')`;
}

/**
 * `var` in a block would meet the names around it.
 *
 * @param {number} n
 * @param {Scope} scope
 */
function word(n, scope) {
  return /** @type {string} */ (
    (scope.isFunction ? ['const', 'var', 'let'] : ['const', 'let'])[n % (scope.isFunction ? 3 : 2)]
  );
}

/** @param {string | null} text */
function statement(text) {
  return text === null ? ';' : `${text};`;
}

/**
 * @param {'const' | 'let' | 'var'} word
 * @param {string} name
 * @param {Recipe} recipe
 * @param {Scope} scope
 */
function declared(word, name, recipe, scope) {
  // Before the name is there, so that its own value does not name it.
  const text = expression(recipe, scope);
  const fitting = word === 'var' && !scope.isFunction ? 'let' : word;
  return `${fitting} ${scope.declare(name, kindOf(recipe), word !== 'const')} = ${text};`;
}

/**
 * @param {Recipe} recipe
 * @param {Scope} scope
 */
function parenthesised(recipe, scope) {
  return `(${expression(recipe, scope)})`;
}

/**
 * @template T
 * @param {string} prefix
 * @param {Readonly<Record<string, T>>} table
 * @returns {Record<string, T>}
 */
function prefixed(prefix, table) {
  return Object.fromEntries(Object.entries(table).map(([kind, row]) => [`${prefix} ${kind}`, row]));
}
