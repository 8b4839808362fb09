import { posix } from 'node:path';
import type { Door } from './link/module.ts';
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
 * @param mentioned files of which a string may be the path
 */
export function bridgesFor(
  renames: ReadonlyMap<string, string>,
  doors: ReadonlyMap<string, Door>,
  mentioned: ReadonlySet<string>,
): readonly Bridge[] {
  return [...renames].flatMap(([path, renamed]): readonly Bridge[] => {
    const door = doors.get(path);
    const isDoor = door?.byPath === true && !isForDevelopment(path);
    // A file without an ending is a command: no specifier leads to it, and npm links what `bin` names.
    if (posix.extname(path) === '' || !(isDoor || mentioned.has(path))) return [];
    const names = [...(door?.names ?? [])]
      .filter((name) => name !== 'default' && name !== 'module.exports')
      .sort();
    const target = `./${posix.basename(renamed)}`;
    const isCommonJs = posix.extname(renamed) === '.cjs';
    return [{ path, text: isCommonJs ? moduleBridge(target, names) : commonJsBridge(target, names) }];
  });
}

/** Tests and tool configurations are found by globs and names, which would find the bridge as well. */
function isForDevelopment(path: string): boolean {
  return (
    toolConfigOf(path) !== null ||
    /(?:^|\/)(?:tests?|specs?|__tests__|__mocks__|bench(?:mark)?s?|examples?)\/|\.(?:test|spec)\.js$/.test(
      path,
    )
  );
}

/**
 * An ES module that exports a CommonJS file: the value itself for `import x` and `require()`, and snapshots of its
 * properties, as Node takes them (Node documentation, "CommonJS Namespaces").
 */
function moduleBridge(target: string, names: readonly string[]): string {
  const whole = freshName(names);
  const lines = [
    `import ${whole} from '${target}';`,
    '',
    `export { ${whole} as default, ${whole} as 'module.exports' };`,
  ];
  const plain = names.filter(isPlainName);
  const others = names.filter((name) => !isPlainName(name));
  if (plain.length > 0) lines.push(`export const { ${plain.join(', ')} } = ${whole} ?? {};`);
  if (others.length > 0) {
    const pattern = others.map((name, index) => `${JSON.stringify(name)}: ${whole}_${index}`).join(', ');
    const list = others.map((name, index) => `${whole}_${index} as ${JSON.stringify(name)}`).join(', ');
    lines.push(`const { ${pattern} } = ${whole} ?? {};`, `export { ${list} };`);
  }
  return `${lines.join('\n')}\n`;
}

/** A CommonJS file that gives an ES module; the second statement tells the lexer of Node which names there are. */
function commonJsBridge(target: string, names: readonly string[]): string {
  const keys = names.map((name) => `${JSON.stringify(name)}: 0`).join(', ');
  const hint = names.length === 0 ? '' : `0 && (module.exports = { ${keys} });\n`;
  // Another run must not turn the bridge into an ES module.
  return `// esmshift: keep\nmodule.exports = require('${target}');\n${hint}`;
}

function freshName(names: readonly string[]): string {
  let name = 'whole';
  while (names.some((other) => other.startsWith(name))) name = `_${name}`;
  return name;
}

function isPlainName(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name) && !reserved.has(name);
}

/** Names that no binding of a module may have (ECMA-262 §12.7.2, and `eval` and `arguments` in strict mode). */
const reserved = new Set(
  [
    'await break case catch class const continue debugger default delete do else enum export extends false finally',
    'for function if import in instanceof new null return super switch this throw true try typeof var void while',
    'with yield let static implements interface package private protected public eval arguments',
  ]
    .join(' ')
    .split(' '),
);
