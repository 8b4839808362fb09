// npm run gallery -- page    docs/gallery.md, from what the last runs found

import { writeFileSync } from 'node:fs';
import { corpusPackages } from '../scripts/corpus-store.mjs';
import { keptResults } from './packages/results.mjs';

/** @typedef {import('./packages/results.mjs').Row} Row */

const page = new URL('../docs/gallery.md', import.meta.url);

/** Writes the page anew. */
export function writePage() {
  const results = keptResults();
  const rows = corpusPackages().flatMap(({ spec }) => {
    const row = results[spec];
    return row === undefined ? [] : [{ spec, row }];
  });
  writeFileSync(page, pageOf(rows));
}

/** @param {readonly { spec: string, row: Row }[]} rows */
function pageOf(rows) {
  const worked = rows.filter(({ row }) => row.work !== null);
  const differing = rows.filter(({ row }) => row.differentDoors > 0 || row.work === 'different');
  return `# Real packages, before and after

\`npm run gallery -- packages\` copies each published package with its dependencies to a temporary folder, converts it with
one command (\`esmshift --write\`), and compares it with an untouched copy from outside:

- **doors**: the package's name and every module that outsiders may load, by \`require\` and by \`import\`: keys, kinds,
  values, prototypes and identities of all that they give, and the errors of those that fail to load;
- **work**: a script ([gallery/tasks](../gallery/tasks)) that puts the package to its main use, once through \`require\` and
  once through \`import\`: standard output, standard error, exit status.

What the README accepts does not count: stack traces, the content of package.json files, the endings of files' own paths (uglify-js
exports some), and which properties of \`fs\` Node has set by then (graceful-fs copies them).

${rows.length} packages, ${worked.length} of them put to work, ${differing.length} with a difference. \`npm run gallery -- page\` makes this page from
what the runs found.

${table(
  ['package', 'files', 'converted', 'unchanged', 'refused', 'for', 'doors', 'work'],
  rows.map(({ spec, row }) => [...countCells(spec, row), doorsCell(row), row.work ?? '']),
)}${differences(differing)}`;
}

/** @param {readonly { spec: string, row: Row }[]} differing */
function differences(differing) {
  if (differing.length === 0) return '';
  const items = differing.map(({ spec, row }) => {
    const lines = row.reasons.map((reason) => `  - \`${reason}\`\n`);
    return `- ${spec}\n${lines.join('')}`;
  });
  return `\n## What differs\n\n${items.join('')}`;
}

/**
 * @param {string} spec
 * @param {Row} row
 */
function countCells(spec, { counts }) {
  const { converted, unchanged, refused, error, codes } = counts;
  const reasons = Object.entries(codes)
    .sort((a, b) => b[1] - a[1])
    .map(([code, count]) => `${count} ${code}`);
  if (error > 0) reasons.push(`${error} no JavaScript`);
  const files = converted + unchanged + refused + error;
  return [spec, ...[files, converted, unchanged, refused].map(String), reasons.join(', ')];
}

/** @param {Row} row */
function doorsCell({ doors, differentDoors }) {
  return differentDoors === 0 ? `${doors} same` : `${differentDoors} of ${doors} different`;
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |\n`;
  const rule = head.map((_, index) => (index > 0 && index < 5 ? '--:' : '---'));
  return [head, rule, ...rows].map(line).join('');
}
