/** Helpers for text that ends up on a terminal, where a file's own bytes must not act as commands. */

/** Control characters, and those that reorder text (so that code reads other than it runs). Tabs stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to replace.
const UNPRINTABLE = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The text with each character that would act on the terminal replaced by one that shows it; the length stays. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}

/** At most `width` characters of a line from column `from` (0-based), with an ellipsis where something is left out. */
export function clip(line: string, from: number, width: number): string {
  const piece = line.slice(from, from + width);
  return `${from > 0 ? '…' : ''}${piece}${from + width < line.length ? '…' : ''}`;
}

/** `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Breaks a paragraph into lines of at most `width` characters (longer words stand alone), each with the indent. */
export function wrap(paragraph: string, width: number, indent: string): string {
  const lines = [''];
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1)!;
    if (line === '') lines[lines.length - 1] = word;
    else if (indent.length + line.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => indent + line).join('\n');
}

interface Stream {
  readonly isTTY?: boolean;
}

/**
 * Whether to colour what goes to a stream: NO_COLOR (https://no-color.org) forbids it, FORCE_COLOR demands it, else a
 * terminal that is not dumb gets colours.
 */
export function wantsColors(stream: Stream, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return stream.isTTY === true && env.TERM !== 'dumb';
}
