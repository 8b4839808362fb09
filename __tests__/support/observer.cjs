/**
 * Preloaded (`node --require`) into a program under comparison: lets it run as it is, and when it has nothing left to
 * do, writes down what its modules export, what their functions return, and what they export after those calls.
 *
 * The request comes in an environment variable that is gone before the program starts; the result goes to a file.
 */
'use strict';

const { writeFileSync, writeSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const {
  createDescriber,
  describeNewGlobals,
  describeSurface,
  isClass,
  isObject,
  nameIntrinsics,
  nameLoadedBuiltins,
} = require('../../observe/describe.cjs');

/**
 * @typedef {import('./observation.ts').Request} Request
 * @typedef {import('./observation.ts').ModuleRequest} ModuleRequest
 * @typedef {import('../../observe/describe.cjs').Description} Description
 * @typedef {ModuleRequest & { root: unknown, view: unknown }} Loaded a module and the value that importers get
 */

const variable = 'ESMSHIFT_OBSERVE';
/** @type {Request} */
const request = JSON.parse(process.env[variable] ?? '');
delete process.env[variable];

const names = nameIntrinsics();
const globalsBefore = new Set(Reflect.ownKeys(globalThis));
const normalise = (/** @type {string} */ text) => text.replaceAll(request.root, '<root>');
const freshDescriber = () => createDescriber(names, normalise);

/** @type {{ uncaught: Description | null, modules: unknown, calls: unknown[], afterCalls: unknown, globals: unknown }} */
const report = { uncaught: null, modules: null, calls: [], afterCalls: null, globals: null };

let observing = false;
process.on('beforeExit', () => {
  if (observing) return;
  observing = true;
  observe();
});
process.on('uncaughtExceptionMonitor', (error) => {
  report.uncaught = freshDescriber()(error);
  // What the runtime prints next is a code frame and a stack: the marker tells where the program's own output ends.
  writeSync(2, request.uncaughtMarker);
});
process.on('exit', () => {
  report.globals = describeNewGlobals(globalsBefore, freshDescriber());
  writeFileSync(request.result, JSON.stringify(report));
});

async function observe() {
  /** @type {Loaded[]} */
  const modules = [];
  for (const module of request.modules) modules.push(await load(module));
  nameLoadedBuiltins(names);
  report.modules = describeModules(modules);
  if (!request.calls) return;
  for (const module of modules) await callExports(module);
  report.afterCalls = describeModules(modules);
}

/**
 * @param {ModuleRequest} module
 * @returns {Promise<Loaded>}
 */
async function load(module) {
  const file = join(request.root, module.file);
  try {
    if (module.load === 'require') return { ...module, root: require(file), view: undefined };
    const namespace = await import(pathToFileURL(file).href);
    const root = module.shape === 'default' ? namespace.default : namespace;
    return { ...module, root, view: namespace['module.exports'] };
  } catch (error) {
    return { ...module, shape: 'default', root: { loadingThrew: error }, view: undefined };
  }
}

/** @param {readonly Loaded[]} modules */
function describeModules(modules) {
  const describe = freshDescriber();
  return modules.map(({ path, shape, root, view }) => ({
    path,
    value: shape === 'default' ? describe(root) : describeSurface(root, describe),
    // What `require()` of a converted module gives, described as if it stood alone.
    view: view === undefined ? null : freshDescriber()(view),
    alone: view === undefined && isObject(root) ? freshDescriber()(root) : null,
  }));
}

/**
 * Calls each exported function as a method, detached, with arguments and with `new`, as importers might.
 * @param {Loaded} module
 */
async function callExports({ path, root }) {
  if (isObject(root) && names.has(root)) return;
  if (typeof root === 'function') await callFunction(`${path}: `, undefined, () => root);
  if (!isObject(root)) return;
  for (const key of Object.keys(root).sort()) {
    const read = () => Reflect.get(root, key);
    if (key !== 'module.exports') await callFunction(`${path}: ${key}`, root, read);
  }
}

/**
 * @param {string} label
 * @param {unknown} owner
 * @param {() => any} read reads it anew each time: a call may have replaced it
 */
async function callFunction(label, owner, read) {
  const first = safely(read);
  // What Node provides does not differ, and may do anything (`process.exit`).
  if (typeof first !== 'function' || names.has(first)) return;
  if (!needsNew(first)) {
    await record(`${label}()`, () => Reflect.apply(read(), owner, []));
  }
  if (!mentionsThis(first)) {
    await record(`detached ${label}(2, 'b', …)`, () => read()(2, 'b', { c: 3 }, [4]));
  }
  if (Object.hasOwn(read(), 'prototype')) await record(`new ${label}(2)`, () => new (read())(2));
}

/**
 * Whether importers only ever call it with `new`: a class, or a function that fills its `this` without looking whether
 * it was called as a constructor. (Without `new` it would write to the global object, or in a module throw.)
 * @param {Function} value
 */
function needsNew(value) {
  const isConstructor = /^[A-Z]/.test(value.name) || Object.keys(value.prototype ?? {}).length > 0;
  return isClass(value) || (isConstructor && mentionsThis(value));
}

/**
 * Whether it makes a difference as whose method it is called.
 * @param {Function} value
 */
function mentionsThis(value) {
  if (isArrow(value)) return false;
  const source = Function.prototype.toString.call(value);
  return isClass(value) || (/\bthis\b/.test(source) && !/this instanceof|this === undefined/.test(source));
}

/**
 * An arrow function has the `this` of the place where it stands, however it is called.
 * @param {Function} value
 */
function isArrow(value) {
  return /^(?:async\b\s*)?(?:\([^()]*\)|[\w$]+)\s*=>/.test(Function.prototype.toString.call(value));
}

/** @param {() => unknown} read */
function safely(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/**
 * @param {string} call
 * @param {() => unknown} run
 */
async function record(call, run) {
  const describe = freshDescriber();
  try {
    let value = run();
    if (value instanceof Promise) value = { resolved: await settled(value) };
    else if (isIterator(value)) value = { yielded: take(value, 10) };
    report.calls.push({ call, returns: describe(value) });
  } catch (error) {
    report.calls.push({ call, throws: describe(error) });
  }
}

/**
 * A promise that nobody settles must not hold up the comparison.
 * @param {Promise<unknown>} promise
 */
async function settled(promise) {
  let timer;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, 500, 'never settled');
  });
  try {
    return await Promise.race([promise, patience]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {unknown} value
 * @returns {value is Iterator<unknown>}
 */
function isIterator(value) {
  return Object.prototype.toString.call(value) === '[object Generator]';
}

/**
 * @param {Iterator<unknown>} iterator
 * @param {number} count
 */
function take(iterator, count) {
  const taken = [];
  for (let step = iterator.next(); taken.length < count; step = iterator.next()) {
    taken.push(step.value);
    if (step.done) break;
  }
  return taken;
}
