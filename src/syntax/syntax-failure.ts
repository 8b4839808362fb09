import type * as t from '@babel/types';

/** Where a source text could not be read as a program, and why; the only error that `parse` throws. */
export class SyntaxFailure extends Error {
  override readonly name = 'SyntaxFailure';
  /** One-based. */
  readonly line: number;
  /** One-based, in UTF-16 code units. */
  readonly column: number;

  constructor(message: string, line: number, column: number, options?: ErrorOptions) {
    super(message, options);
    this.line = line;
    this.column = column;
  }
}

/** What @babel/parser attaches to the `SyntaxError`s that it throws. */
interface ParserError extends SyntaxError {
  readonly loc: { readonly line: number; readonly column: number };
  readonly reasonCode?: string;
}

/** The parser's own words where they speak of its options, which nobody who reads a report can set. */
const PLAINER: Readonly<Record<string, string>> = {
  MissingPlugin: 'Syntax that is not part of the language of this file',
  MissingOneOfPlugins:
    'Syntax that is not part of the language of this file (type annotations need a TypeScript file ending or an @flow comment)',
  ImportOutsideModule: '`import` and `export` declarations are only allowed in a module',
  ImportMetaOutsideModule: '`import.meta` is only allowed in a module',
};

/**
 * Turns whatever the parser threw into a `SyntaxFailure`. The call stack running out is the nesting of the source:
 * the parser is recursive and calls nothing of ours.
 */
export function toSyntaxFailure(error: unknown): SyntaxFailure {
  if (isParserError(error)) {
    const message = PLAINER[error.reasonCode ?? ''] ?? error.message.replace(/ ?\(\d+:\d+\)$/, '');
    return new SyntaxFailure(message, error.loc.line, error.loc.column + 1, { cause: error });
  }
  if (error instanceof RangeError)
    return new SyntaxFailure('Nested too deeply to parse', 1, 1, { cause: error });
  const reason = error instanceof Error ? error.message : String(error);
  return new SyntaxFailure(`The parser failed: ${reason}`, 1, 1, { cause: error });
}

/** For a name that is declared although the function around the file has a parameter of that name. */
export function redeclaration({ name, loc }: t.Identifier): SyntaxFailure {
  const { line, column } = loc!.start;
  return new SyntaxFailure(`Identifier '${name}' has already been declared`, line, column + 1);
}

function isParserError(error: unknown): error is ParserError {
  return error instanceof SyntaxError && 'loc' in error;
}
