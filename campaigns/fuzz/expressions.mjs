// @ts-check
/** Values: what is exported, bound and passed on. */
import fc from 'fast-check';
import { hazardOf } from './hazards.mjs';
import { keys, names } from './scope.mjs';

/**
 * @typedef {import('./scope.mjs').Scope} Scope
 *
 * A recipe is plain data: it is written out only when the scope is known, so that a shrunk one still makes a program.
 *
 * @typedef {{ kind: string, n: number, key: string, name: string, inner: readonly Recipe[] }} Recipe
 */

export const keyOf = fc.oneof(
  ...keys.map((key, index) => ({ weight: index < 3 ? 12 : 2, arbitrary: fc.constant(key) })),
);
export const nameOf = fc.constantFrom(...names);
const number = fc.nat({ max: 7 });

/**
 * @param {string} key
 * @returns {string} `.key`, or `['key']` where it has to be
 */
export function member(key) {
  return /^[a-z]+$/.test(key) ? `.${key}` : `['${key}']`;
}

/**
 * The names of exported functions may differ, so nothing depends on them.
 *
 * @param {string} key
 */
export function notName(key) {
  return key === 'name' ? 'a' : key;
}

/** @param {string} key */
export function property(key) {
  return /^[a-z]+$/.test(key) ? key : `'${key}'`;
}

/** @type {Readonly<Record<string, readonly [weight: number, write: (recipe: Recipe, scope: Scope) => string]>>} */
const kinds = {
  number: [4, ({ n }) => String(n)],
  string: [2, ({ key }) => `'${key}'`],
  local: [5, ({ n }, scope) => scope.pick(n)?.name ?? 'null'],
  arrow: [3, ({ inner }, scope) => `() => ${grouped(inner[0], scope)}`],
  function: [4, ({ inner }, scope) => `function () { return ${expression(inner[0], scope.inside(true))}; }`],
  namedFunction: [
    2,
    ({ name, inner }, scope) => {
      const body = scope.inside(true);
      return `function ${name}() { return ${expression(inner[0], body)}; }`;
    },
  ],
  usesThis: [
    2,
    ({ key }) => `function () { return this === undefined ? 'none' : typeof this${member(key)}; }`,
  ],
  setsThis: [1, ({ key, n }) => `function () { this${member(key)} = ${n}; return this; }`],
  counter: [
    2,
    ({ n }, scope) => {
      const local = scope.pick(n, ({ mutable }) => mutable);
      return local === null ? `${n}` : `() => ++${local.name}`;
    },
  ],
  setter: [
    2,
    ({ n, key }, scope) => (exportsHere(scope) ? `(v) => { exports${member(key)} = v + ${n}; }` : `${n}`),
  ],
  reader: [2, ({ key }, scope) => (exportsHere(scope) ? `() => exports${member(notName(key))}` : `'${key}'`)],
  moduleReader: [
    1,
    ({ key }, scope) => (moduleHere(scope) ? `() => module.exports${member(notName(key))}` : `'${key}'`),
  ],
  caller: [
    1,
    ({ key }, scope) =>
      exportsHere(scope)
        ? `() => (exports${member(notName(key))} ? typeof exports${member(key)} : 0)`
        : `'${key}'`,
  ],
  class: [
    2,
    ({ name, inner, key }, scope) =>
      `class ${name} { static ${property(key === 'constructor' || key === 'name' ? 'made' : key)} = ${grouped(inner[0], scope)}; get() { return ${grouped(inner[1], scope)}; } }`,
  ],
  object: [
    3,
    ({ inner, key, name }, scope) =>
      `{ ${property(key)}: ${expression(inner[0], scope)}, ${name}: ${expression(inner[1], scope)} }`,
  ],
  methods: [
    2,
    ({ key, n, inner }, scope) =>
      `{ n: ${n}, ${property(key)}() { return this && this.n; }, get g() { return ${expression(inner[0], scope)}; } }`,
  ],
  array: [1, ({ inner }, scope) => `[${inner.map((one) => expression(one, scope)).join(', ')}]`],
  ownExport: [2, ({ key }, scope) => (exportsHere(scope) ? `exports${member(notName(key))}` : `'${key}'`)],
  imported: [
    3,
    ({ n, key }, scope) => {
      const local = scope.pick(n, ({ kind }) => kind === 'module');
      return local === null ? `${n}` : `${local.name}${member(notName(key))}`;
    },
  ],
  importedWhole: [2, ({ n }, scope) => scope.pick(n, ({ kind }) => kind === 'module')?.name ?? 'null'],
  lateRequire: [
    1,
    ({ n, key }, scope) => {
      const specifier = scope.file.specifier(n);
      return specifier === null || !visibleAs(scope, 'require')
        ? `${n}`
        : `() => require('${specifier}')${member(notName(key))}`;
    },
  ],
  inlineRequire: [
    2,
    ({ n, key }, scope) => {
      const specifier = scope.file.specifier(n);
      if (specifier === null || !visibleAs(scope, 'require')) return `${n}`;
      return n % 2 ? `require('${specifier}')` : `require('${specifier}')${member(notName(key))}`;
    },
  ],
  called: [
    2,
    ({ n }, scope) => {
      const local = scope.pick(n, ({ kind }) => kind === 'function');
      return local === null ? `${n}` : `${local.name}()`;
    },
  ],
  typeof: [1, ({ n }) => `typeof ${['module', 'exports', 'require', 'undeclared', '__filename'][n % 5]}`],
  global: [1, ({ key }) => `globalThis[${JSON.stringify(`shared-${key}`)}]`],
};

/** @type {{ value: fc.Arbitrary<Recipe> }} */
export const { value } = fc.letrec((tie) => ({
  value: fc.record({
    kind: fc.oneof(
      ...Object.entries(kinds).map(([kind, [weight]]) => ({ weight, arbitrary: fc.constant(kind) })),
    ),
    n: number,
    key: keyOf,
    name: nameOf,
    inner: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constant([]),
      /** @type {fc.Arbitrary<Recipe[]>} */ (fc.array(tie('value'), { minLength: 2, maxLength: 2 })),
    ),
  }),
}));

/**
 * @param {Recipe | undefined} recipe
 * @param {Scope} scope
 * @returns {string}
 */
export function expression(recipe, scope) {
  if (recipe === undefined) return '1';
  const hazard = hazardOf(recipe);
  if (hazard !== null) scope.file.hazards.add(hazard);
  return /** @type {any} */ (kinds[recipe.kind])[1](recipe, scope);
}

/**
 * @param {Recipe | undefined} recipe
 * @param {Scope} scope
 */
function grouped(recipe, scope) {
  const text = expression(recipe, scope);
  return text.startsWith('{') ? `(${text})` : text;
}

/** @param {Scope} scope */
export function exportsHere(scope) {
  return visibleAs(scope, 'exports');
}

/** @param {Scope} scope */
export function moduleHere(scope) {
  return visibleAs(scope, 'module');
}

/**
 * Whether no local of that name hides the wrapper's own.
 *
 * @param {Scope} scope
 * @param {string} name
 */
export function visibleAs(scope, name) {
  return !scope.visible().some((local) => local.name === name);
}

/**
 * @param {Recipe} recipe
 * @returns {import('./scope.mjs').Kind}
 */
export function kindOf({ kind }) {
  if (/unction|arrow|counter|reader|usesThis|setsThis|Reader|setter|caller/.test(kind)) return 'function';
  if (kind === 'class') return 'class';
  return kind === 'object' || kind === 'methods' ? 'object' : 'value';
}
