// What Node itself resolves. Reads [[from, specifier], ...] from a file, writes [[commonjs, esm], ...] to another:
// a path, `node:name` for a builtin, or `!CODE` of the error.
// Run with --experimental-import-meta-resolve, which lets import.meta.resolve take a parent.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [input = '', output = ''] = process.argv.slice(2);
/** @type {[string, string][]} */
const pairs = JSON.parse(readFileSync(input, 'utf8'));
writeFileSync(
  output,
  JSON.stringify(pairs.map(([from, specifier]) => [commonjs(specifier, from), esm(specifier, from)])),
);

/** @param {string} specifier @param {string} from */
function commonjs(specifier, from) {
  try {
    const found = createRequire(from).resolve(specifier);
    return isBuiltin(found) ? builtin(found) : found;
  } catch (error) {
    return errorCode(error);
  }
}

/** @param {string} specifier @param {string} from */
function esm(specifier, from) {
  try {
    const url = new URL(import.meta.resolve(specifier, pathToFileURL(from).href));
    if (url.protocol === 'node:') return isBuiltin(url.href) ? url.href : '!ERR_UNKNOWN_BUILTIN_MODULE';
    // Whether the file is there only shows when it is loaded.
    return url.protocol === 'file:' ? existing(fileURLToPath(url)) : '!ERR_UNSUPPORTED_ESM_URL_SCHEME';
  } catch (error) {
    return errorCode(error);
  }
}

/** @param {string} file */
function existing(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return '!ERR_MODULE_NOT_FOUND';
  return stats.isDirectory() ? '!ERR_UNSUPPORTED_DIR_IMPORT' : file;
}

/** @param {string} name */
function builtin(name) {
  return name.startsWith('node:') ? name : `node:${name}`;
}

/** @param {unknown} error */
function errorCode(error) {
  return `!${error instanceof Error && 'code' in error ? error.code : error}`;
}
