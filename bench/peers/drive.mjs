// node drive.mjs PEER HOME LIST    has a peer convert the files of a list in place, through its API
//
// For peers whose command asks questions, or gives up at the first file that it cannot take. What fails costs them nothing.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [peer = '', home = '', list = ''] = process.argv.slice(2);

/** @type {Readonly<Record<string, () => Promise<(path: string) => unknown>>>} */
const converters = {
  '@knighted/module': async () => {
    const { transform } = await load('@knighted/module');
    return (path) => transform(path, { target: 'module', inPlace: true });
  },
  lebab: async () => {
    const { default: lebab } = await load('lebab');
    return rewriting((source) => lebab.transform(source, ['commonjs']).code);
  },
  putout: async () => {
    const { putout } = await load('putout');
    const { rules } = await load('@putout/plugin-nodejs');
    const plugins = Object.entries(rules).filter(([name]) => name.startsWith('convert-commonjs-to-esm'));
    return rewriting((source) => putout(source, { fixCount: 1, plugins: plugins.map(pluginOf) }).code);
  },
  ts2esm: async () => {
    const { Project } = await load('ts-morph');
    const converter = 'node_modules/ts2esm/dist/src/converter/convertFile.js';
    const { convertFile } = await import(pathToFileURL(join(home, converter)).href);
    const project = new Project({ compilerOptions: { allowJs: true }, skipFileDependencyResolution: true });
    for (const path of files) project.addSourceFileAtPath(path);
    return (path) => convertFile(project.getSourceFile(path))?.saveSync();
  },
};

/** @type {readonly string[]} */
const files = JSON.parse(readFileSync(list, 'utf8'));
const convert = await converters[peer]?.();
let failed = 0;
for (const path of files) {
  try {
    await convert?.(path);
  } catch {
    failed += 1;
  }
}
process.stderr.write(`${failed} of ${files.length} files failed\n`);

/** @param {string} name */
async function load(name) {
  return import(pathToFileURL(createRequire(`${home}/`).resolve(name)).href);
}

/** @param {(source: string) => string} change */
function rewriting(change) {
  return (/** @type {string} */ path) => writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/**
 * Rules are plugins, or tuples that say whether they are on.
 *
 * @param {[string, unknown]} rule
 */
function pluginOf([name, rule]) {
  return [name, Array.isArray(rule) ? rule[1] : rule];
}
