import type { Target } from './link/module.ts';
import { builtinName, builtinNames, isBuiltin } from './resolve/builtins.ts';

/**
 * Where a specifier of a file on its own leads. What the resolver does not know is assumed: a relative file has a
 * default export (as every file that stays CommonJS has), a package is CommonJS.
 */
export function assumedTarget(
  specifier: string,
  resolve: ((specifier: string) => Target | null) | undefined,
): Target {
  if (isBuiltin(specifier)) {
    const name = builtinName(specifier);
    return { kind: 'builtin', name, names: builtinNames(name) };
  }
  return resolve?.(specifier) ?? unknownTarget(specifier);
}

function unknownTarget(specifier: string): Target {
  const local = isLocal(specifier);
  const json = specifier.endsWith('.json');
  return {
    kind: 'external',
    file: null,
    external: {
      system: json ? 'json' : specifier.endsWith('.node') ? 'addon' : local ? 'unknown' : 'commonjs',
      names: null,
      specifier: local ? withExtension(specifier) : null,
    },
  };
}

/** `./a` -> `./a.js`; `.` and `..` name folders, whose `index.js` CommonJS loads. */
function withExtension(specifier: string): string {
  if (/(^|\/)\.{1,2}$/.test(specifier)) return `${specifier}/index.js`;
  if (specifier.endsWith('/')) return `${specifier}index.js`;
  return /\.(?:[cm]?js|jsx|json|node)$/.test(specifier) ? specifier : `${specifier}.js`;
}

export function isLocal(specifier: string): boolean {
  return /^(?:\.{1,2}(?:\/|$)|\/)/.test(specifier);
}
