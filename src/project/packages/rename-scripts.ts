import { type Renames, renamedAsModule, renamedExactly } from './renames.ts';

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

const word = /[^\s"'`;&|()<>=,]+/g;

/** `node scripts/build.js && node ./lint` -> `node scripts/build.cjs && node ./lint.cjs` */
export function renameInScript(script: string, renames: Renames): RenamedScript {
  const changesFolder = changeOfFolder.test(script);
  const doubtful: string[] = [];
  let expectsModule = false;
  let end = 0;
  const text = script.replace(word, (token: string, offset: number) => {
    const isValue = script[offset - 1] === '=';
    if (/[\r\n;&|]/.test(script.slice(end, offset))) expectsModule = false;
    end = offset + token.length;
    const [, variable, path] = /^(\$(?:\w+|\{\w+\})\/)(.+)$/.exec(token) ?? [null, null, token];
    const renamed = renamedExactly(path, renames) ?? (expectsModule ? renamedAsModule(path, renames) : null);
    // Options of node may stand between it and the file.
    expectsModule = loaders.has(token) || (expectsModule && (token.startsWith('-') || isValue));
    if (renamed === null) return token;
    if (!changesFolder && variable === null) return renamed;
    doubtful.push(token);
    return token;
  });
  return { text, doubtful };
}

/** The words of a script that are globs. */
export function globsIn(script: string): readonly string[] {
  return (script.match(/[^\s"'`;&|()<>]+/g) ?? []).filter(
    (token) => /[*?[{]/.test(token) && /[./]/.test(token),
  );
}
