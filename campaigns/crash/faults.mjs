// @ts-check
/**
 * Loaded into the run under test (`node --import`): lets calls that change the file system fail, as those of a full or
 * broken disk do. `ESMSHIFT_FAULT` says which: `{code, at, lasting, call}` for the `at`th call, and all later ones;
 * with `call`, only those of that name count.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { code, at, lasting, call } = JSON.parse(process.env.ESMSHIFT_FAULT ?? '{}');
/** What a full disk still allows: names can be changed and removed. */
const WITHOUT_SPACE = new Set(['rename', 'rm', 'rmdir', 'chmod', 'chown']);
let calls = 0;

/** @param {string} name */
function failing(name) {
  if (call !== undefined && name !== call) return false;
  calls++;
  if (code === 'ENOSPC' && WITHOUT_SPACE.has(name)) return false;
  return lasting ? calls >= at : calls === at;
}

/** @param {string} name */
function failure(name) {
  return Object.assign(new Error(`${code}: injected, ${name}`), { code, syscall: name });
}

/**
 * @param {any} object
 * @param {string} name
 * @param {(args: unknown[]) => boolean} [changes] Whether a call of it changes anything.
 */
function wrap(object, name, changes = () => true) {
  const original = object[name];
  object[name] = async function (/** @type {unknown[]} */ ...args) {
    if (changes(args) && failing(name)) throw failure(name);
    return original.apply(this, args);
  };
}

const handle = await fs.promises.open(new URL(import.meta.url));
const FileHandle = Object.getPrototypeOf(handle);
await handle.close();
for (const name of ['writeFile', 'sync', 'chmod', 'chown']) wrap(FileHandle, name);
wrap(fs.promises, 'open', ([, flags]) => typeof flags === 'string' && flags !== 'r');
for (const name of ['rename', 'rm', 'rmdir', 'mkdir', 'writeFile']) wrap(fs.promises, name);
syncBuiltinESMExports();
