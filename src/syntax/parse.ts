import { type ParserOptions, parse as parseWithBabel } from '@babel/parser';
import type * as t from '@babel/types';
import { type Goal, hasModuleDeclaration, isNamedModule, likelyGoal, wrapperNameDeclaredIn } from './goal.ts';
import { type Language, languageOf, pluginsFor } from './language.ts';
import { type LastReturn, takeLastReturn } from './last-return.ts';
import { redeclaration, type SyntaxFailure, toSyntaxFailure } from './syntax-failure.ts';

export { SyntaxFailure } from './syntax-failure.ts';

export interface Parsed {
  readonly program: t.Program;
  readonly comments: readonly t.Comment[];
  readonly language: Language;
  /** `script` is a CommonJS file: the body of the function that Node wraps around it. */
  readonly goal: Goal;
  /** A `return` at the end of a script, for which the program has its expression. */
  readonly lastReturn: LastReturn | null;
}

type Attempt = { readonly parsed: Parsed } | { readonly failure: SyntaxFailure };

/**
 * Parses a source text; its offsets are offsets into `source` as given, a byte order mark included.
 *
 * A file is a script unless its name says module or only the module goal can parse it, as Node decides for a file
 * whose package has no `type` (Node documentation, "Determining module system"). One parse in the normal case.
 *
 * @throws SyntaxFailure where neither goal fits; it tells what the goal that got further ran into.
 */
export function parse(source: string, { path }: { readonly path: string }): Parsed {
  const language = languageOf(source, path);
  const first = likelyGoal(source, path);
  const second: Goal = first === 'module' ? 'script' : 'module';
  const attempt = tryGoal(source, path, language, first);
  if ('parsed' in attempt && isSettled(attempt.parsed, path)) return attempt.parsed;
  const other = tryGoal(source, path, language, second);
  if ('parsed' in other) return other.parsed;
  if ('parsed' in attempt) return attempt.parsed;
  throw reachesFurther(other.failure, attempt.failure) ? other.failure : attempt.failure;
}

function reachesFurther(one: SyntaxFailure, other: SyntaxFailure): boolean {
  return one.line > other.line || (one.line === other.line && one.column > other.column);
}

/** A module goal that was only guessed, and that no declaration proves, gives way to the script goal if that fits. */
function isSettled({ program, goal, language }: Parsed, path: string): boolean {
  return goal === 'script' || isNamedModule(path) || hasModuleDeclaration(program, language);
}

function tryGoal(source: string, path: string, language: Language, goal: Goal): Attempt {
  const mark = source.startsWith('\uFEFF') ? 1 : 0;
  const options: ParserOptions = {
    // 'commonjs' is a script with the wrapper's rules: `return`, `new.target`, `arguments` and `using` at top level.
    sourceType: goal === 'module' ? 'module' : 'commonjs',
    plugins: pluginsFor(language, path),
    attachComment: false,
    // TypeScript exports types and ambient names of which the parser keeps no account.
    allowUndeclaredExports: language === 'typescript',
    // A hashbang counts only at the very start, so the mark before it is cut off, not skipped.
    startIndex: mark,
  };
  try {
    const { program, comments } = parseWithBabel(mark ? source.slice(mark) : source, options);
    const declared = goal === 'script' ? wrapperNameDeclaredIn(program) : null;
    if (declared !== null) return { failure: redeclaration(declared) };
    const lastReturn = goal === 'script' ? takeLastReturn(program, source) : null;
    return { parsed: { program, comments: comments ?? [], language, goal, lastReturn } };
  } catch (error) {
    return { failure: toSyntaxFailure(error) };
  }
}
