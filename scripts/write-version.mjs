// Run by `npm version`, between the new package.json and its commit.
//
// The version is a constant in the sources because jscodeshift's loader compiles what a transform imports to CommonJS,
// where import.meta, the way to find our own package.json, does not exist.

import { readFileSync, writeFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const target = new URL('../src/version.ts', import.meta.url);
const source = readFileSync(target, 'utf8');

writeFileSync(target, source.replace(/(?<=version = ')[^']*/, version));
