import jsTokens, { type Token } from 'js-tokens';

export interface Piece {
  readonly text: string;
  /** The class that colours it; null: plain. */
  readonly kind: string | null;
}

const KINDS: Partial<Record<Token['type'], string>> = {
  StringLiteral: 'string',
  NoSubstitutionTemplate: 'string',
  TemplateHead: 'string',
  TemplateMiddle: 'string',
  TemplateTail: 'string',
  RegularExpressionLiteral: 'string',
  MultiLineComment: 'comment',
  SingleLineComment: 'comment',
  HashbangComment: 'comment',
  NumericLiteral: 'number',
};

const KEYWORDS = new Set(
  `as async await break case catch class const continue debugger default delete do else export extends false finally
  for from function get if import in instanceof let new null of return set static super switch this throw true try
  typeof undefined var void while with yield`.split(/\s+/),
);
/** Lines that look like the rest of a block comment that begins above them. */
const INSIDE_COMMENT = /^\s*\*/;

/** What CommonJS is written with, and this conversion is about. */
const COMMONJS = new Set(['require', 'module', 'exports', '__dirname', '__filename']);

/** The lines of a piece of JavaScript, each in coloured pieces. Never fails: it may be any part of a file. */
export function highlight(lines: readonly string[]): readonly (readonly Piece[])[] {
  const result: Piece[][] = [[]];
  let before = INSIDE_COMMENT.test(lines.join('\n')) ? '/*' : '';
  for (const token of jsTokens(before + lines.join('\n'))) {
    const kind = kindOf(token);
    const [first = '', ...others] = token.value.slice(before.length).split('\n');
    before = '';
    if (first !== '') result.at(-1)!.push({ text: first, kind });
    for (const text of others) result.push(text === '' ? [] : [{ text, kind }]);
  }
  return result;
}

function kindOf(token: Token): string | null {
  if (token.type !== 'IdentifierName') return KINDS[token.type] ?? null;
  if (KEYWORDS.has(token.value)) return 'keyword';
  return COMMONJS.has(token.value) ? 'commonjs' : null;
}
