// What must hold for the conversion of any text, whatever it says: for tests over thousands of real files.

import { parse } from '@babel/parser';

/**
 * @typedef {import('../src/project/convert.ts').ConvertResult} ConvertResult
 * @typedef {(source: string, options: { path: string }) => ConvertResult} Convert
 */

/** How else a file could be stored, and still say the same. */
const STORED = /** @type {const} */ ([
  ['CRLF', (/** @type {string} */ text) => text.replaceAll('\n', '\r\n')],
  ['BOM', (/** @type {string} */ text) => `\ufeff${text}`],
  ['tabs', (/** @type {string} */ text) => text.replace(/^(?: {2})+/gm, tabsFor)],
  ['hashbang', (/** @type {string} */ text) => `#!/usr/bin/env node\n${text}`],
]);

/**
 * Looks for rules that the conversion of a file breaks, as it is stored and in other ways of storing it.
 *
 * @param {Convert} convert
 * @param {string} source
 * @param {string} path
 * @returns {string[]} one line for each broken rule
 */
export function brokenRules(convert, source, path) {
  const broken = brokenInOne(convert, source, path);
  // A file that has any of it already would get it twice.
  if (/\r|^\ufeff|^#!/.test(source)) return broken;
  for (const [name, store] of STORED)
    broken.push(...brokenInOne(convert, store(source), path).map((rule) => `${name}: ${rule}`));
  return broken;
}

/**
 * @param {Convert} convert
 * @param {string} source
 * @param {string} path
 * @returns {string[]}
 */
function brokenInOne(convert, source, path) {
  const result = attempt(convert, source, path);
  if (result instanceof Error) return [`it crashes: ${result.stack}`];
  const fault = result.diagnostics.find(({ code }) => code === 'internal-output-invalid');
  if (fault !== undefined) return [`a fault of ours: ${fault.message}`];
  if (result.status !== 'converted')
    return result.code === source ? [] : [`it is ${result.status} but its text changes`];
  return [
    ...brokenEdits(source, result),
    ...lostComments(source, result.code),
    ...unparsable(result.code),
    ...changedAgain(convert, result.code, path),
  ];
}

/**
 * @param {Convert} convert
 * @param {string} source
 * @param {string} path
 */
function attempt(convert, source, path) {
  try {
    return convert(source, { path });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/**
 * Taking the edits back, from the output alone, must give the source: so nothing else was touched.
 *
 * @param {string} source
 * @param {ConvertResult} result
 */
function brokenEdits(source, { code, edits }) {
  let restored = '';
  let read = 0;
  let position = 0;
  for (const { start, end, text } of edits) {
    if (start < position || end < start) return ['its edits are out of order'];
    const kept = start - position;
    restored += code.slice(read, read + kept) + source.slice(start, end);
    read += kept;
    if (!code.startsWith(text, read)) return [`the edit at ${start} is not in the output`];
    read += text.length;
    position = end;
  }
  restored += code.slice(read);
  return restored === source ? [] : ['bytes outside of the edits change'];
}

/**
 * @param {string} source
 * @param {string} code
 */
function lostComments(source, code) {
  const before = commentsOf(source);
  const after = commentsOf(code);
  if (before === null || after === null) return [];
  const broken = [];
  for (const [comment, count] of before)
    if (after.get(comment) !== count)
      broken.push(`${count} -> ${after.get(comment) ?? 0} times: /*${comment}*/`);
  for (const [comment] of after) if (!before.has(comment)) broken.push(`a new comment: /*${comment}*/`);
  return broken;
}

/**
 * @param {string} text
 * @returns {Map<string, number> | null} each comment and how often it occurs; null where the text needs another parser
 */
function commentsOf(text) {
  const parsed = parsedAs(text, 'unambiguous');
  if (parsed instanceof Error) return null;
  const counts = new Map();
  for (const { value } of parsed.comments ?? [])
    counts.set(value.trim(), (counts.get(value.trim()) ?? 0) + 1);
  return counts;
}

/** @param {string} code */
function unparsable(code) {
  const parsed = parsedAs(code, 'module');
  return parsed instanceof Error ? [`the output is no module: ${parsed.message}`] : [];
}

/**
 * @param {string} text
 * @param {'module' | 'unambiguous'} sourceType
 */
function parsedAs(text, sourceType) {
  try {
    return parse(text, {
      sourceType,
      plugins: ['jsx', 'flow'],
      errorRecovery: sourceType === 'unambiguous',
      allowReturnOutsideFunction: sourceType === 'unambiguous',
    });
  } catch (error) {
    return /** @type {Error} */ (error);
  }
}

/**
 * @param {Convert} convert
 * @param {string} code
 * @param {string} path
 */
function changedAgain(convert, code, path) {
  const again = attempt(convert, code, path);
  if (again instanceof Error) return [`converting the output crashes: ${again.stack}`];
  return again.code === code ? [] : ['converting the output changes it'];
}

/** @param {string} spaces */
function tabsFor(spaces) {
  return '\t'.repeat(spaces.length / 2);
}
