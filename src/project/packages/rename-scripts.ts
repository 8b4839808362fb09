import MagicString from 'magic-string';
import { type Named, namedAsModule, namedExactly, type Renames } from './renames.ts';

/** What becomes of a command line in `scripts`. */
export interface RenamedScript {
  readonly text: string;
  /**
   * Renamed files that it names, but after changing the folder, or in a folder that a variable holds, so that it cannot be
   * told whether these are meant.
   */
  readonly doubtful: readonly string[];
}

/** Words that are followed by a file that Node resolves like a module. */
const loaders = new Set([
  'node',
  'nodejs',
  '-r',
  '--require',
  '--import',
  '--loader',
  '--experimental-loader',
  'nodemon',
]);

/** Other than to the folder of the script itself, `cd "$(dirname "$0")/.."`, or to that of the repository. */
const changeOfFolder =
  /(?:^|[;&|(\s])(?:cd|pushd)\s(?!\s*(?:-- )?"?(?:\$\(|`)\s*(?:dirname|git rev-parse --show-toplevel)\b)/;

const words = /[^\s"'`;&|()<>=,]+/g;

/** `node scripts/build.js && node -e "require('./lint')"` -> `node scripts/build.cjs && node -e "require('./lint.cjs')"` */
export function renameInScript(script: string, renames: Renames): RenamedScript {
  const changesFolder = changeOfFolder.test(script);
  const edits = new MagicString(script);
  const doubtful: string[] = [];
  for (const { start, word, variable, named } of namedInScript(script, renames))
    if (changesFolder || variable !== '') doubtful.push(word);
    else edits.update(start, start + word.length, named.prefix + named.target);
  return { text: edits.toString(), doubtful };
}

interface NamedInScript {
  readonly start: number;
  readonly word: string;
  /** `$ROOT/` where the path begins so; else empty. */
  readonly variable: string;
  readonly named: Named;
}

/** The words of a script that name renamed files, wherever they may count from. */
export function* namedInScript(script: string, renames: Renames): Generator<NamedInScript> {
  let expectsModule = false;
  let asked = '';
  let end = 0;
  for (const { 0: word, index: start } of script.matchAll(words)) {
    const isValue = script[start - 1] === '=';
    const between = script.slice(end, start);
    if (/[\r\n;&|]/.test(between)) expectsModule = false;
    if (asked === 'require' && /^\(\s*\\?["'`]$/.test(between)) expectsModule = true;
    asked = word;
    end = start + word.length;
    const variable = /^\$(?:\w+|\{\w+\})\//.exec(word)?.[0] ?? '';
    const path = word.slice(variable.length);
    const named = namedExactly(path, renames) ?? (expectsModule ? namedAsModule(path, renames) : null);
    // Options of node may stand between it and the file.
    expectsModule = loaders.has(word) || (expectsModule && (word.startsWith('-') || isValue));
    if (named !== null && path !== '') yield { start, word, variable, named };
  }
}

/** The words of a script that are globs. */
export function globsIn(script: string): readonly string[] {
  return (script.match(/[^\s"'`;&|()<>]+/g) ?? []).filter(
    (token) => /[*?[{]/.test(token) && /[./]/.test(token),
  );
}
