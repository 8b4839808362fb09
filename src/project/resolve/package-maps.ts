import { isRecord } from '../packages/manifest.ts';
import { Unresolved } from './failure.ts';

/**
 * `exports` and `imports` of a package.json, as Node reads them (documentation of ECMAScript modules, "Resolution
 * Algorithm Specification": PACKAGE_EXPORTS_RESOLVE, PACKAGE_IMPORTS_RESOLVE, PACKAGE_TARGET_RESOLVE). No I/O.
 */

export interface PackageMap {
  /** `exports` or `imports` as it stands in the package.json. */
  readonly map: unknown;
  /** URL of that package.json. */
  readonly url: URL;
  readonly conditions: ReadonlySet<string>;
  /** For `imports`: how a target that is a package name is resolved. Null for `exports`, where it is not allowed. */
  readonly resolvePackage: ((specifier: string) => URL) | null;
}

/**
 * @param subpath `.` or `./sub/path`.
 * @throws Unresolved
 */
export function resolveExports(subpath: string, at: PackageMap): URL {
  const map = isMainSugar(at.map) ? { '.': at.map } : at.map;
  const resolved = lookUp(subpath, { ...at, map });
  if (resolved === null) throw new Unresolved('not-exported');
  return resolved;
}

/**
 * @param name `#name`
 * @throws Unresolved
 */
export function resolveImports(name: string, at: PackageMap): URL {
  if (name === '#' || name.startsWith('#/') || name.endsWith('/')) throw new Unresolved('invalid-specifier');
  const resolved = lookUp(name, at);
  if (resolved === null) throw new Unresolved('not-imported');
  return resolved;
}

/** `"exports": "./a.js"` or conditions only: sugar for `{".": ...}`. */
export function isMainSugar(map: unknown): boolean {
  if (typeof map === 'string' || Array.isArray(map)) return true;
  if (!isRecord(map)) return false;
  const keys = Object.keys(map);
  const conditions = keys.filter((key) => !key.startsWith('.'));
  if (conditions.length > 0 && conditions.length < keys.length) throw new Unresolved('invalid-package');
  return conditions.length > 0;
}

/** A key that is written out comes first, then the pattern that says most. Null where none leads to anything. */
function lookUp(request: string, at: PackageMap): URL | null {
  if (!isRecord(at.map)) return null;
  if (Object.hasOwn(at.map, request) && !request.includes('*') && !request.endsWith('/'))
    return resolveTarget(at.map[request], null, at) ?? null;
  const best = bestPattern(request, Object.keys(at.map));
  return best === null ? null : (resolveTarget(at.map[best.key], best.filled, at) ?? null);
}

function bestPattern(request: string, keys: readonly string[]): { key: string; filled: string } | null {
  const key = keys.filter((candidate) => fitsPattern(request, candidate)).sort(byPrecision)[0];
  if (key === undefined) return null;
  const star = key.indexOf('*');
  return { key, filled: request.slice(star, request.length - (key.length - star - 1)) };
}

/** The key of `exports` or `imports` that decides about a request; null where none does. */
export function winningKey(request: string, keys: readonly string[]): string | null {
  return keys.includes(request) ? request : (bestPattern(request, keys)?.key ?? null);
}

/** What stands for `*` where a target leads to a path: the same text for each `*` (`./lib/*\/*.js`). */
export function filledIn(target: string, path: string): string | null {
  const parts = target.split('*');
  const length = (path.length - parts.join('').length) / (parts.length - 1);
  const filled = path.slice(parts[0]!.length, parts[0]!.length + length);
  return Number.isInteger(length) && length > 0 && parts.join(filled) === path ? filled : null;
}

/** Whether the request is the key with at least one character for its only `*`. */
function fitsPattern(request: string, key: string): boolean {
  const star = key.indexOf('*');
  return (
    star >= 0 &&
    key.lastIndexOf('*') === star &&
    request.length >= key.length &&
    request.startsWith(key.slice(0, star)) &&
    request.endsWith(key.slice(star + 1))
  );
}

/** PATTERN_KEY_COMPARE: the longer part before `*` first, then the longer key. */
function byPrecision(a: string, b: string): number {
  return b.indexOf('*') - a.indexOf('*') || b.length - a.length;
}

/**
 * @param filled What stands for `*`; null where the key is no pattern.
 * @returns Null: the package says that there is nothing. Undefined: no condition applies.
 */
function resolveTarget(target: unknown, filled: string | null, at: PackageMap): URL | null | undefined {
  if (typeof target === 'string') return resolvePath(target, filled, at);
  if (Array.isArray(target)) return resolveFallbacks(target, filled, at);
  if (target === null) return null;
  if (!isRecord(target)) throw new Unresolved('invalid-package', true);
  const conditions = Object.keys(target);
  if (conditions.some(isArrayIndex)) throw new Unresolved('invalid-package');
  for (const condition of conditions) {
    if (condition !== 'default' && !at.conditions.has(condition)) continue;
    const resolved = resolveTarget(target[condition], filled, at);
    if (resolved !== undefined) return resolved;
  }
  return undefined;
}

/** The first target that is valid; whether its file exists does not matter. */
function resolveFallbacks(
  targets: readonly unknown[],
  filled: string | null,
  at: PackageMap,
): URL | null | undefined {
  if (targets.length === 0) return null;
  let last: Unresolved | null | undefined;
  for (const target of targets) {
    try {
      const resolved = resolveTarget(target, filled, at);
      if (resolved) return resolved;
      last = resolved === null ? null : last;
    } catch (error) {
      if (!(error instanceof Unresolved) || !error.invalidTarget) throw error;
      last = error;
    }
  }
  if (last instanceof Unresolved) throw last;
  return last;
}

function resolvePath(target: string, filled: string | null, at: PackageMap): URL {
  if (!target.startsWith('./')) return resolveBare(target, filled, at);
  if (hasForbiddenSegment(target.slice(2))) throw new Unresolved('invalid-package', true);
  const resolved = new URL(target, at.url);
  if (!resolved.pathname.startsWith(new URL('.', at.url).pathname))
    throw new Unresolved('invalid-package', true);
  if (filled === null) return resolved;
  if (hasForbiddenSegment(filled)) throw new Unresolved('invalid-specifier');
  return new URL(resolved.href.replaceAll('*', () => filled));
}

/** `"#dep": "some-package"`: allowed in `imports` only. */
function resolveBare(target: string, filled: string | null, at: PackageMap): URL {
  if (at.resolvePackage === null || /^(?:\.\.)?\//.test(target) || URL.canParse(target))
    throw new Unresolved('invalid-package', true);
  return at.resolvePackage(filled === null ? target : target.replaceAll('*', () => filled));
}

/** `.`, `..` and `node_modules` may not appear as a segment after the first, encoded or not. */
function hasForbiddenSegment(target: string): boolean {
  return target.split(/[\\/]/).some((segment) => {
    const plain = segment.replace(/%[0-9a-f]{2}/gi, (code) =>
      String.fromCharCode(Number.parseInt(code.slice(1), 16)),
    );
    return plain === '.' || plain === '..' || plain.toLowerCase() === 'node_modules';
  });
}

function isArrayIndex(key: string): boolean {
  return String(Number(key)) === key && Number.isInteger(Number(key)) && Number(key) >= 0;
}
