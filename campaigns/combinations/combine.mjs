// @ts-check
/** From the tables to small projects. */
import { exportIdioms } from './exports.mjs';
import { importIdioms, otherFile } from './imports.mjs';
import { positions } from './positions.mjs';

/**
 * @typedef {object} Project
 * @property {string} name says which idioms met, and is unique
 * @property {Readonly<Record<string, string>>} files by path; `main.js` is the entry
 *
 * @typedef {object} Combination
 * @property {string} exporting
 * @property {string} importing
 * @property {string} position
 * @property {boolean} providerKept the provider is to stay CommonJS
 * @property {boolean} importerKept
 */

const keep = '// esmshift: keep\n';

const describe = `
function t(value) {
  if (typeof value === 'function') return 'function';
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
`;

/**
 * Every export idiom meets every import idiom `rounds` times: first at the top with nothing kept, then at another
 * position, or with one side kept, each time; a different one for neighbouring pairs.
 *
 * @param {number} rounds
 * @returns {Combination[]}
 */
export function combinations(rounds) {
  const places = Object.keys(positions);
  const sides = [
    [false, false],
    [true, false],
    [false, true],
  ];
  const all = [];
  for (const [row, exporting] of Object.keys(exportIdioms).entries()) {
    for (const [column, importing] of Object.keys(importIdioms).entries()) {
      for (let round = 0; round < rounds; round++) {
        const turn = round === 0 ? 0 : row * 7 + column * 3 + round * 5;
        const [providerKept, importerKept] = /** @type {[boolean, boolean]} */ (sides[turn % sides.length]);
        const position = /** @type {string} */ (places[turn % places.length]);
        all.push({ exporting, importing, position, providerKept, importerKept });
      }
    }
  }
  return all;
}

/**
 * @param {Combination} combination
 * @returns {Project}
 */
export function projectOf({ exporting, importing, position, providerKept, importerKept }) {
  const idiom = exportIdioms[exporting] ?? '';
  const provided = typeof idiom === 'string' ? { 'provider.js': idiom } : idiom;
  const path = specifierOf(Object.keys(provided)[0] ?? '');
  const call = `require('./${path}')`;
  const body = fill(importIdioms[importing] ?? '', '$R', call);
  const importer = `${fill(positions[position] ?? '', '$B', body)}\n${describe}`;
  /** @type {Record<string, string>} */
  const files = {
    'package.json': '{ "private": true }\n',
    'main.js': `require('./importer');\n`,
    'importer.js': importerKept ? keep + importer : importer,
  };
  if (body.includes('./other')) files['other.js'] = fill(otherFile, '$R', call);
  for (const [file, text] of Object.entries(provided))
    files[file] =
      providerKept && file === 'provider.js' && !text.startsWith(keep) ? keep + text : `${text}\n`;
  const kept = `${providerKept ? ' provider-kept' : ''}${importerKept ? ' importer-kept' : ''}`;
  return { name: `${exporting} x ${importing} x ${position}${kept}`, files };
}

/**
 * Folders and `.js` are required without an ending, as most people do.
 *
 * @param {string} file
 */
function specifierOf(file) {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : file.replace(/\.js$/, '');
}

/**
 * @param {string} template
 * @param {string} hole
 * @param {string} text
 */
function fill(template, hole, text) {
  return template.split(hole).join(text);
}
