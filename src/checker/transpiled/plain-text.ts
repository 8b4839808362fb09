/** The text of a statement by which helpers of compilers are known: without comments to the end of a line, and space. */
export function plainText(text: string): string {
  return text
    .replace(/\/\/[^\n]*\n/g, '\n')
    .replace(/\s+/g, ' ')
    .replace(/'/g, '"')
    .replace(/ ?([^\w$" ]) ?/g, '$1')
    .replace(/ ?(") ?/g, '$1')
    .trim();
}
