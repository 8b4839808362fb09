import { parse } from 'cjs-module-lexer';

/** What cjs-module-lexer detects in a text: names of exports, and specifiers of what is exported as a whole. */
export interface LexedNames {
  readonly exports: readonly string[];
  readonly reexports: readonly string[];
}

const nothing: LexedNames = { exports: [], reexports: [] };

/** The names of a CommonJS module, as Node takes them from its text; a text that the lexer rejects has none. */
export function lex(source: string): LexedNames {
  try {
    return parse(source);
  } catch {
    return nothing;
  }
}
