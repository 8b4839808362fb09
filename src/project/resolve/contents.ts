import { compileFunction } from 'node:vm';
import type * as t from '@babel/types';
import { exportedNames } from '../../checker/esm-exports.ts';
import { wrapperNames } from '../../checker/wrapper-names.ts';
import { parse } from '../../syntax/parse.ts';
import { isProblem, readSource } from '../files/read.ts';
import { type LexedNames, lex } from './lex.ts';

/** What files hold, as far as those that load them can tell. */
export interface Contents {
  /** Whether Node would take the file for an ES module if nothing but its syntax told. */
  hasModuleSyntax(file: string): boolean;
  /** The names that `import` finds in the file if it is CommonJS. */
  commonJsNames(file: string): LexedNames;
  /** The names that it exports if it is an ES module; null where it cannot be read or parsed. */
  esmNames(file: string): EsmNames | null;
}

export interface EsmNames {
  readonly exports: readonly string[];
  /** The specifiers of `export * from`. */
  readonly stars: readonly string[];
}

/** What is known of a file that was read already. */
export interface KnownContent {
  readonly isModule: boolean;
  readonly commonJs: LexedNames | null;
  readonly esm: EsmNames;
}

/**
 * Reads each file when it is first asked for, and keeps the answers.
 *
 * @param known what earlier reading found out, so that no file of the run is read or parsed once more
 */
export function createContents(known: (file: string) => KnownContent | null = () => null): Contents {
  return {
    hasModuleSyntax: once((file) => known(file)?.isModule ?? readsAsModule(file)),
    commonJsNames: once((file) => known(file)?.commonJs ?? lexFile(file)),
    esmNames: once((file) => known(file)?.esm ?? parseNames(file)),
  };
}

function once<Answer>(find: (file: string) => Answer): (file: string) => Answer {
  const answers = new Map<string, Answer>();
  return (file) => {
    if (answers.has(file)) return answers.get(file) as Answer;
    const answer = find(file);
    answers.set(file, answer);
    return answer;
  };
}

function readsAsModule(file: string): boolean {
  const read = readSource(file);
  // Most files have none of these words, and need no parsing.
  if (isProblem(read) || !/\b(?:import|export|await)\b/.test(read.source)) return false;
  return !compilesAsCommonJs(read.source) && parsesAsModule(read.source, file);
}

/**
 * What Node itself asks first (Node documentation, "Syntax detection"), by the engine's own parser, which takes a tenth
 * of the time. Where it says no, the reason may be syntax that only newer engines know.
 */
function compilesAsCommonJs(source: string): boolean {
  try {
    compileFunction(source, [...wrapperNames]);
    return true;
  } catch {
    return false;
  }
}

/** A text that parses neither as a script nor as a module is no module. */
function parsesAsModule(source: string, file: string): boolean {
  try {
    return parse(source, { path: file }).goal === 'module';
  } catch {
    return false;
  }
}

function lexFile(file: string): LexedNames {
  const read = readSource(file);
  return lex(isProblem(read) ? '' : read.source);
}

function parseNames(file: string): EsmNames | null {
  const body = bodyOf(file);
  if (body === null) return null;
  return {
    exports: body.flatMap(exportedNames),
    stars: body.flatMap((node) => (node.type === 'ExportAllDeclaration' ? [node.source.value] : [])),
  };
}

/** The statements of a module; null where it cannot be read or parsed, or is longer than it may be. */
export function bodyOf(file: string, longest = Number.POSITIVE_INFINITY): readonly t.Statement[] | null {
  const read = readSource(file);
  if (isProblem(read) || read.source.length > longest) return null;
  try {
    return parse(read.source, { path: file }).program.body;
  } catch {
    return null;
  }
}
