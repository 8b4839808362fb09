import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The pairs in `__testfixtures__/`: `<topic>/<name>.input.js` with `<name>.output.js`, or with `<name>.refused.json`
 * where the file has to be refused. Other files of a topic (`lib/…`, data) are modules for its fixtures to require.
 */
export interface Fixture {
  /** `<topic>/<name>`, as jscodeshift's testUtils take it. */
  readonly name: string;
  readonly path: string;
  readonly source: string;
  readonly expected: Expected;
}

export type Expected =
  | { readonly kind: 'converted' | 'unchanged'; readonly code: string }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'missing' };

/** The line and code of one refusal, as in `<name>.refused.json`. */
export interface Refusal {
  readonly line: number;
  readonly code: string;
}

export const fixturesFolder = fileURLToPath(new URL('../../__testfixtures__/', import.meta.url));

const inputEnding = '.input.js';
const companionless = /\.(?:input|output)\.js$|\.refused\.json$/;

/** @returns all fixtures, by name */
export function readFixtures(): readonly Fixture[] {
  return filesBelow(fixturesFolder)
    .filter((path) => path.endsWith(inputEnding))
    .sort()
    .map(readFixture);
}

function readFixture(path: string): Fixture {
  const stem = path.slice(0, -inputEnding.length);
  const source = readFileSync(path, 'utf8');
  return { name: relative(fixturesFolder, stem), path, source, expected: readExpected(stem, source) };
}

function readExpected(stem: string, source: string): Expected {
  if (existsSync(`${stem}.refused.json`)) {
    return { kind: 'refused', refusals: JSON.parse(readFileSync(`${stem}.refused.json`, 'utf8')) };
  }
  if (!existsSync(`${stem}.output.js`)) return { kind: 'missing' };
  const code = readFileSync(`${stem}.output.js`, 'utf8');
  return { kind: code === source ? 'unchanged' : 'converted', code };
}

/** @returns the files beside a fixture that it may require, by their path relative to it */
export function companions(fixture: Fixture): Record<string, string> {
  const folder = dirname(fixture.path);
  const files = filesBelow(folder).filter((path) => !companionless.test(path));
  return Object.fromEntries(files.map((path) => [relative(folder, path), readFileSync(path, 'utf8')]));
}

/** The name under which a fixture is run: `class.input.js` runs as `class.js`. */
export function programName(fixture: Fixture): string {
  return `${basename(fixture.name)}.js`;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
