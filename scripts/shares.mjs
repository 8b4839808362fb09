// npm run shares    how many files of twelve real packages are converted, and why the others stay: docs/refusals.md

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { corpusPackages, installPackage, isInstalled, selectPackages } from './corpus-store.mjs';

/** @typedef {{ code: string, severity: string }} Diagnostic */
/** @typedef {{ kind: string, status: string, diagnostics: Diagnostic[] }} Row */
/** @typedef {{ spec: string, converted: number, stayed: number, inOrder: number, codes: Map<string, number> }} Share */

const cli = fileURLToPath(new URL('../dist/src/cli/bin.js', import.meta.url));
const page = new URL('../docs/refusals.md', import.meta.url);
const names =
  'express@4.22.3 eslint webpack mocha fastify knex mongoose jsdom npm@10.9.9 winston async@3.2.6 handlebars';

/** Looked into by hand; to be looked at again when the figures change. */
const largest = `
## What holds the largest groups

- **jsdom**: 209 modules load each other, and since its package.json has no \`exports\`, outsiders may begin with any of them.
  From 82 of them CommonJS loads, but \`living/node.js\` keeps \`undefined\` for \`createElement\`, where a binding would get the
  function later. 124 of the 224 files throw where they are loaded first; after 122 of these errors \`require('jsdom')\` still
  works, since CommonJS runs what failed again, while ES modules remember the error. So the cycle would not be the same from
  every door.
- **mongoose**: \`lib/types/arraySubdocument.js\` and others put keys on prototypes that inherit from that of
  \`lib/document.js\`, and \`lib/helpers/document/compile.js\` puts accessors under any key on what it is given. That no program
  has compiled a schema before it loads such a file for the first time is not to be seen.
- **webpack**: six modules of one cycle do while they load what may call functions that others were given before:
  \`lib/devtool/EvalSourceMapDevToolPlugin.js\` and another one make a \`RawSource\` of a package that was given functions, and what a
  package does with these is not followed; two bind a function of another file; one calls \`console.log\` where \`inspector\` is
  missing, which a package may have patched; and \`new RuleSetCompiler([...])\` calls \`apply\` of each element.
- **mocha**: its commands use yargs, which finds the version and the configuration of a program by \`require.main\`.
`;

/** @type {Share[]} */
const shares = [];
for (const pkg of selectPackages(corpusPackages(), names.split(' '))) {
  if (!isInstalled(pkg)) await installPackage(pkg);
  shares.push(shareOf(pkg));
}
writeFileSync(page, pageOf(shares));

/**
 * Files that had nothing to convert do not count.
 *
 * @param {import('./corpus-store.mjs').CorpusPackage} pkg
 * @returns {Share}
 */
function shareOf({ spec, path }) {
  const run = spawnSync(process.execPath, [cli, '--json', '--no-gitignore'], {
    cwd: path,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (run.status !== 0) throw new Error(`${spec}: exit status ${run.status}\n${run.stderr}`);
  /** @type {Row[]} */
  const rows = JSON.parse(run.stdout).files.filter((/** @type {Row} */ { kind }) => kind === 'source');
  const converted = rows.filter(({ status }) => status === 'converted');
  const stayed = rows.filter(({ status }) => status === 'refused');
  const inOrder = converted.filter((row) => codesOf(row).includes('require-kept-in-order'));
  return {
    spec,
    converted: converted.length,
    stayed: stayed.length,
    inOrder: inOrder.length,
    codes: countsOf(stayed.map(reasonOf)),
  };
}

/** @param {Row} row */
function codesOf({ diagnostics }) {
  return diagnostics.map(({ code }) => code);
}

/** @param {Row} row */
function reasonOf({ diagnostics }) {
  return diagnostics.find(({ severity }) => severity === 'refusal')?.code ?? 'none';
}

/** @param {readonly string[]} codes */
function countsOf(codes) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return new Map([...counts].sort((a, b) => b[1] - a[1]));
}

/** @param {readonly Share[]} all */
function pageOf(all) {
  const [converted, stayed, inOrder] = [
    sum(all, (share) => share.converted),
    sum(all, (share) => share.stayed),
    sum(all, (share) => share.inOrder),
  ];
  const codes = countsOf(
    all.flatMap((share) => [...share.codes].flatMap(([code, count]) => Array(count).fill(code))),
  );
  return `# What stays CommonJS in real packages

\`npm run shares\` makes this page: a dry run over the published files of twelve packages, without any answers. Files
without CommonJS do not count. *In order* are converted files in which \`createRequire\` stands for a require at the top level
that could not be hoisted.

| package | had CommonJS | converted | share | in order |
|---|--:|--:|--:|--:|
${all.map((share) => row(share.spec, share.converted, share.stayed, share.inOrder)).join('\n')}
${row('together', converted, stayed, inOrder)}

## By code

What each code means, and how to answer it, is on the page of [diagnostics](diagnostics.md).

| code | files | in |
|---|--:|---|
${[...codes].map(([code, count]) => `| [\`${code}\`](diagnostics.md#${code}) | ${count} | ${packagesWith(code, all)} |`).join('\n')}
${largest}`;
}

/**
 * @param {string} name
 * @param {number} converted
 * @param {number} stayed
 * @param {number} inOrder
 */
function row(name, converted, stayed, inOrder) {
  const share = ((100 * converted) / (converted + stayed)).toFixed(1);
  return `| ${name} | ${converted + stayed} | ${converted} | ${share} % | ${inOrder} |`;
}

/**
 * @param {string} code
 * @param {readonly Share[]} all
 */
function packagesWith(code, all) {
  return all
    .filter(({ codes }) => codes.has(code))
    .map(({ spec, codes }) => `${spec.slice(0, spec.lastIndexOf('@'))} ${codes.get(code)}`)
    .join(', ');
}

/**
 * @param {readonly Share[]} all
 * @param {(share: Share) => number} read
 */
function sum(all, read) {
  return all.reduce((total, share) => total + read(share), 0);
}
