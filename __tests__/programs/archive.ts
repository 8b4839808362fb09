import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Small programs of several files, many of them in one text file of `__testprograms__/`:
 *
 *     === name of the program
 *     > main.js refused scheduled-before-error
 *     --- main.js
 *     the text of the file
 *
 * Each line with `>` tells what becomes of a file, and the codes that are reported for it. A file without one is
 * converted or has nothing to convert, and nothing is reported.
 */
export interface TestProgram {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** By path: `refused code code`, `converted code` … */
  readonly expected: Readonly<Record<string, string>>;
}

const folder = fileURLToPath(new URL('../../__testprograms__/', import.meta.url));

/** @returns the programs of each text file, by its name without the ending */
export function readArchives(): readonly [topic: string, programs: readonly TestProgram[]][] {
  const names = readdirSync(folder).sort();
  return names.map((name) => [name.replace(/\.txt$/, ''), readArchive(readFileSync(folder + name, 'utf8'))]);
}

function readArchive(text: string): readonly TestProgram[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [head = '', ...files] = part.split(/^--- /m);
      const [name = '', ...lines] = head.trimEnd().split('\n');
      return {
        name,
        files: { ...manifest, ...entriesOf(files, '\n') },
        expected: entriesOf(lines.map(afterMark), ' '),
      };
    });
}

/** Private, so that nothing outside of the program counts; a program may bring another one. */
const manifest = { 'package.json': '{ "private": true }\n' };

function afterMark(line: string): string {
  return line.replace(/^> /, '');
}

/** `key`, the separator, and all the rest. */
function entriesOf(parts: readonly string[], separator: string): Record<string, string> {
  return Object.fromEntries(
    parts.map((part) => {
      const end = part.indexOf(separator);
      return [part.slice(0, end), part.slice(end + 1)];
    }),
  );
}
