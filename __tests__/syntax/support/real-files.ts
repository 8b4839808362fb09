import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languageOf } from '../../../src/syntax/language.ts';

const NODE_MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url));
/** A table of browser versions in hundreds of files, and texts that are made to try parsers: nobody's code. */
const NO_CODE = /^(?:caniuse-lite|test262-parser-tests)\//;

export interface RealFile {
  readonly path: string;
  readonly source: string;
}

/** Every file of plain JavaScript in the installed development dependencies, always in the same order. */
export function* realFiles(): Generator<RealFile> {
  for (const path of pathsBelow(NODE_MODULES).sort()) {
    const source = readFileSync(join(NODE_MODULES, path), 'utf8');
    if (languageOf(source, path) === 'javascript') yield { path, source };
  }
}

function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?js$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !NO_CODE.test(path));
}
