// @ts-check
/** What is known while a file is written: names that can be used, modules that can be loaded. */

/** Few names, so that they collide with each other, with keys and with what CommonJS gives a file. */
export const names = ['a', 'b', 'c', 'value', 'self', 'lib', 'data'];
/** Those that come first come most often, so that what one file exports is what another one asks for. */
export const keys = ['a', 'b', 'value', 'c', 'default', 'name', 'class', 'two-words', 'constructor'];

/**
 * @typedef {'value' | 'function' | 'class' | 'object' | 'module'} Kind
 *
 * @typedef {object} Local
 * @property {string} name
 * @property {Kind} kind
 * @property {boolean} mutable
 *
 * @typedef {object} Provider
 * @property {string} specifier as it is written in this file
 */

/** The names of one function or block, inside of others. */
export class Scope {
  /** @type {Local[]} */
  locals = [];
  /** @type {Set<string>} */
  #taken = new Set();

  /**
   * @param {Scope | null} outer
   * @param {File} file
   * @param {boolean} isFunction
   */
  constructor(outer, file, isFunction) {
    this.outer = outer;
    this.file = file;
    this.isFunction = isFunction;
  }

  /** @param {boolean} [isFunction] */
  inside(isFunction = false) {
    return new Scope(this, this.file, isFunction);
  }

  /**
   * A name that is free in this scope: the wanted one, or with a number.
   *
   * @param {string} wanted
   */
  free(wanted) {
    let name = wanted;
    for (let n = 1; this.#taken.has(name); n++) name = `${wanted}${n}`;
    this.#taken.add(name);
    return name;
  }

  /**
   * @param {string} wanted
   * @param {Kind} kind
   * @param {boolean} [mutable]
   */
  declare(wanted, kind, mutable = false) {
    const name = this.free(wanted);
    this.locals.push({ name, kind, mutable });
    return name;
  }

  /** @returns {Local[]} what can be used here, the nearest last */
  visible() {
    const own = new Set(this.locals.map(({ name }) => name));
    const outer = this.outer?.visible().filter(({ name }) => !own.has(name) && !this.#taken.has(name)) ?? [];
    return [...outer, ...this.locals];
  }

  /**
   * @param {number} index any number: it is taken round
   * @param {(local: Local) => boolean} [fits]
   * @returns {Local | null}
   */
  pick(index, fits = () => true) {
    const fitting = this.visible().filter(fits);
    return fitting.length === 0 ? null : /** @type {Local} */ (fitting[index % fitting.length]);
  }

  /** Whether the wrapper's names mean what they do at the top of a file. */
  get atTop() {
    return this.outer === null;
  }
}

/** One file while it is written. */
export class File {
  /**
   * @param {string} tag what its output starts with
   * @param {readonly string[]} providers the specifiers that it can require
   */
  constructor(tag, providers) {
    this.tag = tag;
    this.providers = providers;
    this.scope = new Scope(null, this, true);
    /** @type {Set<string>} what was put in on purpose that a person would not expect to convert */
    this.hazards = new Set();
  }

  /** @param {number} index any number */
  specifier(index) {
    return this.providers.length === 0
      ? null
      : /** @type {string} */ (this.providers[index % this.providers.length]);
  }
}
