/**
 * Describes values as plain JSON, so that two processes can compare what they hold.
 *
 * Two values get the same description exactly when a program could not tell them apart by looking: kind, prototype,
 * keys in order, property attributes, primitives (`-0` and `NaN` told apart), and identity, by numbering objects in
 * the order in which the walk meets them.
 */
'use strict';

const { builtinModules } = require('node:module');

/**
 * @typedef {string | { [key: string]: unknown }} Description a primitive in source form, or an object
 * @typedef {(value: unknown) => Description} Describe
 */

/** Beyond this many objects a value is hardly worth describing: it is some runtime's inside. */
const usualLimit = 5000;

/** Objects whose insides are ids, handles and caches of the runtime. */
const opaqueConstructors = new Set([
  'Timeout',
  'Immediate',
  'Socket',
  'WriteStream',
  'ReadStream',
  'ChildProcess',
  'Module',
]);

const kinds = /** @type {const} */ ([
  ['array', Array.isArray],
  ['date', (/** @type {object} */ value) => value instanceof Date],
  ['regexp', (/** @type {object} */ value) => value instanceof RegExp],
  ['error', (/** @type {object} */ value) => value instanceof Error],
  ['map', (/** @type {object} */ value) => value instanceof Map],
  ['set', (/** @type {object} */ value) => value instanceof Set],
  ['promise', (/** @type {object} */ value) => value instanceof Promise],
]);

/**
 * Names for everything that the engine and Node provide: such objects are named in a description, not walked.
 * @returns {Map<object, string>}
 */
function nameIntrinsics() {
  /** @type {Map<object, string>} */
  const names = new Map([[globalThis, 'globalThis']]);
  nameMembers(names, globalThis, '', 3);
  const samples = {
    generator: function* () {},
    asyncFunction: async () => {},
    asyncGenerator: async function* () {},
  };
  for (const [label, sample] of Object.entries(samples)) {
    nameMembers(names, Object.getPrototypeOf(sample), `%${label}%`, 2);
    names.set(Object.getPrototypeOf(sample), `%${label}%`);
    // Each generator function has a prototype object of its own; what it inherits from is shared.
    if (sample.prototype) names.set(Object.getPrototypeOf(sample.prototype), `%${label}%.prototype`);
  }
  return names;
}

/**
 * Adds the builtin modules that the program has loaded by now; loading more of them could print warnings.
 * @param {Map<object, string>} names
 */
function nameLoadedBuiltins(names) {
  const loaded =
    /** @type {{ moduleLoadList?: readonly string[] }} */ (/** @type {unknown} */ (process)).moduleLoadList ??
    [];
  const publicIds = new Set(builtinModules.filter((id) => !id.startsWith('_')));
  for (const id of loaded
    .map((entry) => entry.replace('NativeModule ', ''))
    .filter((id) => publicIds.has(id))) {
    const value = require(id);
    if (!names.has(value)) names.set(value, id);
    nameMembers(names, value, id, 2);
  }
}

/**
 * @param {Map<object, string>} names
 * @param {object} owner
 * @param {string} path
 * @param {number} depth
 */
function nameMembers(names, owner, path, depth) {
  for (const key of Object.getOwnPropertyNames(owner)) {
    // Reading an accessor could have an effect (a deprecation warning, a lazily loaded module).
    const value = Object.getOwnPropertyDescriptor(owner, key)?.value;
    if (!isObject(value) || names.has(value)) continue;
    const name = path === '' ? key : `${path}.${key}`;
    names.set(value, name);
    if (depth > 1) nameMembers(names, value, name, depth - 1);
  }
}

/**
 * @param {unknown} value
 * @returns {value is object}
 */
function isObject(value) {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/**
 * A function that describes values one after the other and remembers what it has met, so that identity across them
 * counts.
 * @param {Map<object, string>} names what is named instead of walked
 * @param {(text: string) => string} normalise applied to every string: hides where the program lies on disk
 * @param {number} [limit] how many objects are described before the rest is only counted as `too much`
 * @returns {Describe}
 */
function createDescriber(names, normalise, limit = usualLimit) {
  /** @type {Map<object, number>} */
  const met = new Map();

  /** @type {Describe} */
  function describe(value) {
    if (!isObject(value)) return describePrimitive(value, normalise);
    const name = names.get(value);
    if (name !== undefined) return { builtin: name };
    const id = met.get(value);
    if (id !== undefined) return { same: id };
    if (met.size >= limit) return { kind: 'too much' };
    met.set(value, met.size);
    return opaqueKind(value) ?? { id: met.size - 1, ...describeObject(value, describe, normalise) };
  }
  return describe;
}

/**
 * @param {unknown} value
 * @param {(text: string) => string} normalise
 * @returns {string}
 */
function describePrimitive(value, normalise) {
  if (typeof value === 'string') return JSON.stringify(normalise(value));
  if (typeof value === 'bigint') return `${value}n`;
  return Object.is(value, -0) ? '-0' : String(value);
}

/**
 * @param {object} value
 * @returns {Description | null}
 */
function opaqueKind(value) {
  if (typeof value === 'function' && 'cache' in value && 'resolve' in value)
    return { kind: 'require function' };
  const madeBy = Object.getPrototypeOf(value)?.constructor?.name;
  return opaqueConstructors.has(madeBy) ? { kind: madeBy } : null;
}

/**
 * @param {object} value
 * @param {Describe} describe
 * @param {(text: string) => string} normalise
 * @returns {{ [key: string]: unknown }}
 */
function describeObject(value, describe, normalise) {
  const prototype = Object.getPrototypeOf(value);
  return {
    kind: kindOf(value),
    ...contents(value, describe, normalise),
    prototype: describe(prototype),
    extensible: Object.isExtensible(value),
    properties: Reflect.ownKeys(value)
      .filter((key) => !isIncidental(value, key))
      .map((key) => describeProperty(value, key, describe)),
  };
}

/**
 * @param {object} value
 * @returns {string}
 */
function kindOf(value) {
  if (typeof value === 'function') return isClass(value) ? 'class' : 'function';
  return (
    kinds.find(([, test]) => test(value))?.[0] ??
    (Object.prototype.toString.call(value) === '[object Module]' ? 'namespace' : 'object')
  );
}

/**
 * @param {Function} value
 * @returns {boolean}
 */
function isClass(value) {
  return /^class\b/.test(Function.prototype.toString.call(value));
}

/**
 * What an object holds beside its properties.
 * @param {object} value
 * @param {Describe} describe
 * @param {(text: string) => string} normalise
 */
function contents(value, describe, normalise) {
  if (value instanceof Date) return { time: String(value.getTime()) };
  if (value instanceof RegExp) return { source: String(value) };
  if (value instanceof Map) return { entries: [...value].map((entry) => entry.map(describe)) };
  if (value instanceof Set) return { entries: [...value].map(describe) };
  if (value instanceof Error) return { message: normalise(String(value.message)) };
  return {};
}

/**
 * Stack traces, of calls and of requires, and the attributes that sloppy functions carry for old times' sake.
 * @param {object} value
 * @param {PropertyKey} key
 */
function isIncidental(value, key) {
  if (value instanceof Error) return key === 'stack' || key === 'requireStack' || key === 'message';
  return typeof value === 'function' && (key === 'arguments' || key === 'caller');
}

/**
 * @param {object} owner
 * @param {PropertyKey} key
 * @param {Describe} describe
 */
function describeProperty(owner, key, describe) {
  const descriptor = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(owner, key));
  const attributes = ['enumerable', 'configurable', 'writable'].filter((name) =>
    Reflect.get(descriptor, name),
  );
  const kind = descriptor.get ? 'get' : descriptor.set ? 'set' : 'value';
  return {
    key: String(key),
    kind,
    attributes: attributes.join(' '),
    value: readProperty(owner, key, describe),
  };
}

/**
 * @param {object} owner
 * @param {PropertyKey} key
 * @param {Describe} describe
 * @returns {Description}
 */
function readProperty(owner, key, describe) {
  try {
    return describe(Reflect.get(owner, key));
  } catch (error) {
    return { throws: describe(error) };
  }
}

/**
 * A module of named exports seen from outside: keys without order, since a namespace sorts them, and no prototype.
 * @param {unknown} root
 * @param {Describe} describe
 */
function describeSurface(root, describe) {
  if (!isObject(root)) return describe(root);
  const keys = Reflect.ownKeys(root).filter((key) => key !== Symbol.toStringTag);
  return keys.sort(byText).map((key) => ({
    key: String(key),
    enumerable: Object.prototype.propertyIsEnumerable.call(root, key),
    value: readProperty(root, key, describe),
  }));
}

/**
 * The properties that were added to the global object.
 * @param {ReadonlySet<PropertyKey>} before the keys that it had
 * @param {Describe} describe
 */
function describeNewGlobals(before, describe) {
  return Reflect.ownKeys(globalThis)
    .filter((key) => !before.has(key))
    .sort(byText)
    .map((key) => ({ key: String(key), value: readProperty(globalThis, key, describe) }));
}

/**
 * @param {PropertyKey} a
 * @param {PropertyKey} b
 */
function byText(a, b) {
  return String(a) < String(b) ? -1 : 1;
}

module.exports = {
  createDescriber,
  describeNewGlobals,
  describeSurface,
  isClass,
  isObject,
  nameIntrinsics,
  nameLoadedBuiltins,
};
