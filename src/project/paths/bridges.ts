import { posix } from 'node:path';
import { isIdentifierName } from '../../rewrite/naming.ts';
import type { Door } from '../link/module.ts';
import { toolConfigOf } from './tool-configs.ts';

/**
 * Bridges: a file that outsiders load by its path, or that a string of the project may name, and that gets another
 * name, leaves a module at its old path that gives what the file gives. Specifiers in the project use the new name.
 */

export interface Bridge {
  /** The old path of the file. */
  readonly path: string;
  readonly text: string;
}

/**
 * The bridges that the renames of a run make necessary.
 *
 * @param mentioned files of which a string may be the path, or that a computed path may reach
 * @param loose files that somebody may load, though nothing names them for certain
 * @param lacksNames whether Node fails to import a file that stays CommonJS, as it looks for names in nothing
 */
export function bridgesFor(
  renames: ReadonlyMap<string, string>,
  doors: ReadonlyMap<string, Door>,
  mentioned: ReadonlySet<string>,
  loose: ReadonlySet<string>,
  lacksNames: (path: string) => boolean,
): readonly Bridge[] {
  return [...renames].flatMap(([path, renamed]): readonly Bridge[] => {
    const door = doors.get(path);
    const isDoor = (door?.byPath === true || loose.has(path)) && !isForDevelopment(path);
    if (isCommand(path) || !(isDoor || mentioned.has(path))) return [];
    const names = [...(door?.names ?? [])]
      .filter((name) => name !== 'default' && name !== 'module.exports')
      .sort();
    const target = `./${posix.basename(renamed)}`;
    if (posix.extname(renamed) !== '.cjs') return [{ path, text: commonJsBridge(target, names) }];
    return [{ path, text: lacksNames(path) ? callingBridge(target) : moduleBridge(target) }];
  });
}

/** A file without an ending has no bridge: no specifier leads to it, and npm links what `bin` names. */
export function isCommand(path: string): boolean {
  return posix.extname(path) === '';
}

/** Tests and tool configurations are found by globs and names, which would find the bridge as well. */
export function isForDevelopment(path: string): boolean {
  return (
    toolConfigOf(path) !== null ||
    /(?:^|\/)(?:tests?|specs?|__tests__|__mocks__|bench(?:mark)?s?|examples?)\/|\.(?:test|spec)\.js$/.test(
      path,
    )
  );
}

/**
 * An ES module that exports a CommonJS file: the value itself for `import x` and `require()`, and the names that Node
 * finds in it (Node documentation, "CommonJS Namespaces").
 */
function moduleBridge(target: string): string {
  return `export { default, default as 'module.exports' } from '${target}';\nexport * from '${target}';\n`;
}

/** The same for a CommonJS file that Node cannot import, without any names. */
function callingBridge(target: string): string {
  return [
    "import { createRequire } from 'node:module';",
    `const exported = createRequire(import.meta.url)('${target}');`,
    "export { exported as default, exported as 'module.exports' };\n",
  ].join('\n');
}

/** A CommonJS file that gives an ES module; the second statement tells the lexer of Node which names there are. */
function commonJsBridge(target: string, names: readonly string[]): string {
  // Of an object literal the lexer takes only keys whose values are names.
  const writes = names
    .map((name) => `exports${isIdentifierName(name) ? `.${name}` : `[${JSON.stringify(name)}]`} = `)
    .join('');
  const hint = names.length === 0 ? '' : `0 && (${writes}0);\n`;
  // Another run must not turn the bridge into an ES module.
  return `// esmshift: keep\nmodule.exports = require('${target}');\n${hint}`;
}
