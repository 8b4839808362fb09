// @ts-check
/** Prints what the Node that runs this exports from its builtins. From a file: with `--eval`, `process` has more names. */
import { builtinModules } from 'node:module';

const withPrefixOnly = ['node:sea', 'node:sqlite', 'node:test', 'node:test/reporters'];
/** @type {Record<string, readonly string[]>} */
const found = {};
for (const name of new Set([...builtinModules, ...withPrefixOnly]))
  found[name] = await import(name).then(Object.keys, () => []);
process.stdout.write(JSON.stringify(found));
