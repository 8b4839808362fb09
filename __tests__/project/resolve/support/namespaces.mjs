// What `import * as ns` gives for each URL of a list: its names, and whether `default` is what `require` gives.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const [output = '', ...urls] = process.argv.slice(2);
const require = createRequire(import.meta.url);
/** @type {Record<string, unknown>} */
const found = {};
for (const url of urls) found[url] = await describe(url);
writeFileSync(output, JSON.stringify(found));
process.exit();

/** @param {string} url */
async function describe(url) {
  try {
    const namespace = await import(url);
    // From Node 23 on, each namespace of a CommonJS module has this name, too.
    const names = Object.keys(namespace).filter((name) => name !== 'module.exports');
    return { names: names.sort(), same: required(url) === namespace.default };
  } catch (error) {
    return { error: String(error) };
  }
}

/** @param {string} url */
function required(url) {
  return require(url.startsWith('node:') ? url : fileURLToPath(url));
}
