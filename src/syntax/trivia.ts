/** White space, line ends and comments (ECMA-262 §12.2-12.4); a `/` that starts no comment ends it. */
const TRIVIA = /(?:[\s\uFEFF]+|\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?\*\/)/y;

/** The first offset at or after `offset` that is neither white space nor inside a comment. */
export function skipTrivia(source: string, offset: number): number {
  let at = offset;
  TRIVIA.lastIndex = at;
  while (TRIVIA.test(source)) at = TRIVIA.lastIndex;
  return at;
}
