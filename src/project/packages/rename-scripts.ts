import { type Renames, renamedAsModule, renamedExactly } from './renames.ts';

/** What becomes of a command line in `scripts`. */
export interface RenamedScript {
  readonly text: string;
  /** Renamed files that it names, but after changing the folder, so that it cannot be told whether these are meant. */
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

const word = /[^\s"'`;&|()<>=,]+/g;

/** `node scripts/build.js && node ./lint` -> `node scripts/build.cjs && node ./lint.cjs` */
export function renameInScript(script: string, renames: Renames): RenamedScript {
  const changesFolder = /(?:^|[;&|(\s])(?:cd|pushd)\s/.test(script);
  const doubtful: string[] = [];
  let expectsModule = false;
  const text = script.replace(word, (token: string, offset: number) => {
    const isValue = script[offset - 1] === '=';
    const renamed =
      renamedExactly(token, renames) ?? (expectsModule ? renamedAsModule(token, renames) : null);
    // Options of node may stand between it and the file.
    expectsModule = loaders.has(token) || (expectsModule && (token.startsWith('-') || isValue));
    if (renamed === null) return token;
    if (!changesFolder) return renamed;
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
