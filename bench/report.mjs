// Puts what was measured into docs/performance.md and README.md, between their markers, and draws the plots.

import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { corpora } from './corpora.mjs';
import { barPlot, linePlot } from './plot.mjs';
import { results } from './results.mjs';

/**
 * @typedef {import('./results.mjs').Result} Result
 * @typedef {import('./results.mjs').Row} Row
 * @typedef {import('./results.mjs').Measured} Measured
 */

const root = new URL('../', import.meta.url);

/** All that the results tell. */
export function writeReport() {
  const { corpora: measured, growth } = results();
  const tables = Object.keys(corpora).flatMap((name) => {
    const result = measured[name];
    return result === undefined ? [] : [describeCorpus(name, result)];
  });
  replaceBetween('docs/performance.md', 'bench', tables.join('\n\n'));
  if (growth.length > 0) {
    replaceBetween('docs/performance.md', 'growth', growthTable(growth));
    const points = growth.map(({ files, cpu, limit }) => ({
      x: files,
      ratio: cpu / limit,
      each: cpu / files,
    }));
    const perFile = points.map(({ x, each }) => ({ x, y: each * 1000 }));
    draw('docs/growth.svg', linePlot('CPU time of a dry run in ms per file', 'files', perFile));
  }
  const [shown] = Object.values(measured).toSorted((a, b) => b.rows.length - a.rows.length);
  if (shown !== undefined) draw('docs/bench.svg', plotOf(shown));
}

/**
 * A corpus with what was measured over it, as Markdown.
 *
 * @param {string} name
 * @param {Result} result
 */
export function describeCorpus(name, { files, converted, machine, rows }) {
  const title = corpora[name]?.title ?? name;
  const share = Math.round((converted / files) * 100);
  const { node, cores, load } = machine;
  return [
    `**${files.toLocaleString('en')} files** (${title}), of which ${share} % are converted. Node ${node}, ${cores} cores, load ${load.join(' before, ')} after.`,
    '',
    '| program | CPU s | ratio | wall s | ratio | peak MiB | runs |',
    '|---|--:|--:|--:|--:|--:|--:|',
    ...rows.map((row) => lineOf(row, rows[0])),
  ].join('\n');
}

/**
 * @param {Row} row
 * @param {Row | undefined} limit
 */
function lineOf(row, limit) {
  if ('failure' in row) return `| ${row.name} | ${row.failure} | | | | | |`;
  const ratio = (/** @type {'cpu' | 'wall'} */ kind) =>
    limit === undefined || 'failure' in limit ? '' : (row[kind] / limit[kind]).toFixed(1);
  const name = row.note === null ? row.name : `${row.name} (${row.note})`;
  const cells = [name, row.cpu.toFixed(1), ratio('cpu'), row.wall.toFixed(1), ratio('wall')];
  return `| ${[...cells, row.memory.toFixed(0), row.runs].join(' | ')} |`;
}

/** @param {readonly import('./results.mjs').GrowthRow[]} growth */
function growthTable(growth) {
  return [
    '| files | read and parse, CPU s | dry run, CPU s | ratio | CPU ms per file | wall s | peak MiB |',
    '|--:|--:|--:|--:|--:|--:|--:|',
    ...growth.map(({ files, limit, cpu, wall, memory }) => {
      const each = ((cpu / files) * 1000).toFixed(2);
      const cells = [files.toLocaleString('en'), limit.toFixed(1), cpu.toFixed(1), (cpu / limit).toFixed(1)];
      return `| ${[...cells, each, wall.toFixed(1), memory.toFixed(0)].join(' | ')} |`;
    }),
  ].join('\n');
}

/** @param {Result} result */
function plotOf({ files, rows }) {
  const measured = rows.flatMap((row) => ('failure' in row ? [] : [row]));
  const limit = measured[0];
  const bars = rows.map((row) =>
    'failure' in row
      ? { label: row.name, value: null, text: row.failure }
      : {
          label: row.name,
          value: row.cpu / (limit?.cpu ?? 1),
          text: `${(row.cpu / (limit?.cpu ?? 1)).toFixed(1)}x`,
        },
  );
  return barPlot(`CPU time over ${files.toLocaleString('en')} files, beside reading and parsing them`, bars);
}

/**
 * @param {string} path
 * @param {string} text
 */
function draw(path, text) {
  writeFileSync(new URL(path, root), text);
}

/**
 * @param {string} path
 * @param {string} name
 * @param {string} text
 */
function replaceBetween(path, name, text) {
  const file = new URL(path, root);
  const before = readFileSync(file, 'utf8');
  const [start, end] = [`<!-- ${name}: written by bench/report.mjs -->`, `<!-- end of ${name} -->`];
  const from = before.indexOf(start);
  const to = before.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${path} lacks the markers of ${name}`);
  writeFileSync(file, `${before.slice(0, from + start.length)}\n${text}\n${before.slice(to)}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeReport();
