// npm run readme    the README's table over real packages: what a dry run makes of each

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { corpusPackages, installPackage, isInstalled } from './corpus-store.mjs';

const cli = fileURLToPath(new URL('../dist/src/cli/bin.js', import.meta.url));
const readme = new URL('../README.md', import.meta.url);
const [begin, end] = ['<!-- table:begin -->', '<!-- table:end -->'];

const rows = [];
for (const pkg of corpusPackages().filter(({ inReadme }) => inReadme)) {
  if (!isInstalled(pkg)) await installPackage(pkg);
  rows.push(row(pkg));
}
const table = [
  '| package | files | converted | unchanged | refused or in error, by code |',
  '|---|--:|--:|--:|---|',
  ...rows,
].join('\n');
const [before = '', after = ''] = splitAround(readFileSync(readme, 'utf8'));
writeFileSync(readme, `${before}${begin}\n${table}\n${end}${after}`);

/** @param {import('./corpus-store.mjs').CorpusPackage} pkg */
function row({ spec, path }) {
  const run = spawnSync(process.execPath, [cli, '--json', '--no-gitignore'], {
    cwd: path,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (run.status !== 0) throw new Error(`${spec}: exit status ${run.status}\n${run.stderr}`);
  const { files, summary } = JSON.parse(run.stdout);
  const total = summary.converted + summary.unchanged + summary.refused + summary.error;
  return `| ${spec} | ${total} | ${summary.converted} | ${summary.unchanged} | ${codesOf(files)} |`;
}

/**
 * How many files each code keeps as they are.
 *
 * @param {{ status: string, diagnostics: { code: string, severity: string }[] }[]} files
 */
function codesOf(files) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { status, diagnostics } of files) {
    if (status !== 'refused' && status !== 'error') continue;
    const codes = diagnostics.filter(({ severity }) => severity === 'refusal' || severity === 'error');
    for (const code of new Set(codes.map((diagnostic) => diagnostic.code))) {
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  return [...counts].map(([code, count]) => `${count} \`${code}\``).join(', ');
}

/** @param {string} text */
function splitAround(text) {
  const [start, stop] = [text.indexOf(begin), text.indexOf(end)];
  if (start < 0 || stop < start) throw new Error(`README.md lacks ${begin} … ${end}`);
  return [text.slice(0, start), text.slice(stop + end.length)];
}
