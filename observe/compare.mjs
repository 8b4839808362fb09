// Compares what describe.cjs wrote down of two runs of one program.

/** @typedef {unknown} Description  plain JSON, see describe.cjs */
/** @typedef {{ key: string, value: Description }[]} Surface  the keys of a module, see `describeSurface` */

/**
 * @param {Description} before
 * @param {Description} after
 * @param {string} path  names the place in what is returned
 * @returns {string[]} one line for each observable difference. Accepted, as the README lists: names of anonymous
 *   exported functions, the wording of the engine's own errors
 */
export function compare(before, after, path) {
  if (isRecord(before) && isRecord(after)) {
    if (isEngineError(before) && isEngineError(after)) return compareEngineErrors(before, after, path);
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) =>
      isAcceptedName(before, after, key) ? [] : compare(before[key], after[key], step(path, before, key)),
    );
  }
  if (Object.is(before, after)) return [];
  return [`${path}: ${JSON.stringify(before)} became ${JSON.stringify(after)}`];
}

/**
 * Compares the exports of a module, which are surfaces where it has named exports; else any description.
 *
 * @param {Description} before
 * @param {Description} after
 * @param {string} path
 * @param {ReadonlySet<string>} [announced]  keys that may exist with the value `undefined` where they did not before
 * @returns {string[]} as `compare`; accepted as well are the keys `module.exports` and `__esModule`
 */
export function compareExports(before, after, path, announced = new Set()) {
  const original = withoutMarks(before, after);
  return compare(original, withoutAnnounced(withoutMarks(after, before), original, announced), path);
}

/**
 * @param {Description} exported
 * @param {Description} before
 * @param {ReadonlySet<string>} announced
 * @returns {Description}
 */
function withoutAnnounced(exported, before, announced) {
  if (!isSurface(exported)) return exported;
  const known = keysOf(before);
  return exported.filter(
    ({ key, value }) => known.includes(key) || value !== 'undefined' || !announced.has(key),
  );
}

/**
 * A surface without the keys that mark how a module was made: `module.exports` always; `__esModule`, and the default
 * object that stands beside named exports, where only one side has them.
 *
 * @param {Description} exported
 * @param {Description} other
 * @returns {Description}
 */
function withoutMarks(exported, other) {
  if (!isSurface(exported)) return exported;
  const marks = ['module.exports'];
  if (!keysOf(other).includes('__esModule')) marks.push('__esModule');
  if (keysOf(exported).includes('module.exports') && !keysOf(other).includes('default'))
    marks.push('default');
  return exported.filter(({ key }) => !marks.includes(key));
}

/**
 * @param {Description} exported
 * @returns {exported is Surface}
 */
function isSurface(exported) {
  return Array.isArray(exported);
}

/** @param {Description} exported */
function keysOf(exported) {
  return isSurface(exported) ? exported.map(({ key }) => key) : [];
}

/**
 * Names array elements by the key that they describe, where they have one.
 *
 * @param {string} path
 * @param {Record<string, unknown>} owner
 * @param {string} key
 */
function step(path, owner, key) {
  const element = owner[key];
  const label = Array.isArray(owner) && isRecord(element) ? (element.key ?? element.call ?? key) : key;
  return path === '' ? String(label) : `${path} > ${label}`;
}

/**
 * @param {Description} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === 'object' && value !== null;
}

// ------------------------------------------------------------------------------------------- accepted differences

/**
 * A function that had no name may have got one: `exports.f = function () {}` has none, an export declaration gives it.
 *
 * @param {Record<string, unknown>} before
 * @param {Record<string, unknown>} after
 * @param {string} key
 */
function isAcceptedName(before, after, key) {
  return key === 'value' && before.key === 'name' && after.key === 'name' && before.value === '""';
}

const engineErrors = new Set(['Error', 'TypeError', 'ReferenceError', 'SyntaxError', 'RangeError']);
const engineWording =
  /is not (a function|defined|iterable|a constructor)|^Cannot (read|set|assign|access|convert|redefine|add|delete|destructure)|^Assignment to constant|^Class constructor|does not provide an export|Invalid attempt|has only a getter|before initialization|is not supported resolving ES modules/;

/** @param {Record<string, unknown>} value */
function isEngineError(value) {
  const { prototype, message } = value;
  if (value.kind !== 'error' || !isRecord(prototype)) return false;
  const name = String(prototype.builtin).replace('.prototype', '');
  return engineErrors.has(name) && engineWording.test(String(message));
}

/**
 * @param {Record<string, unknown>} before
 * @param {Record<string, unknown>} after
 * @param {string} path
 */
function compareEngineErrors(before, after, path) {
  return compare(before.prototype, after.prototype, `${path} > prototype`);
}
