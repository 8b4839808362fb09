import type * as t from '@babel/types';
import { unwrap } from '../syntax/wrapping.ts';
import type { ScanContext } from './context.ts';
import { placesOf } from './exports/places.ts';
import type { PathString, UnknownLoad } from './facts.ts';
import { valuesOf } from './finite-values.ts';
import { nodesOf } from './nodes.ts';
import { calleeName, isJoin } from './path-texts.ts';
import type { Call } from './requires/calls.ts';
import type { RequiresPart } from './requires/index.ts';
import { foldString } from './requires/specifier.ts';

/** Any text. */
export const ANY = '*';

/** How deep `const folder = path.join(root, 'x'), file = path.join(folder, 'y') ...` is followed. */
const deepest = 10;

/**
 * The calls of `require` and `import()` of which not even the start of the path is known.
 *
 * @param elsewhere calls of a `require` that starts in another place, and such functions that others get
 * @param strings what is known of computed paths
 */
export function unknownLoads(
  scan: ScanContext,
  { requires, elsewhere }: Pick<RequiresPart, 'requires' | 'elsewhere'>,
  strings: readonly PathString[],
): readonly UnknownLoad[] {
  const known = new Set(strings.map(({ at }) => at));
  const computed = new Set(
    requires.flatMap(({ specifier, argument }) => (specifier === null ? [argument[0]] : [])),
  );
  const foreign = new Set(elsewhere);
  if (computed.size + foreign.size === 0 && nodesOf(scan, 'Import').length === 0) return none;
  const loaderOf = (call: Call, path: t.Node): UnknownLoad['by'] | null => {
    if (foreign.has(call)) return isPackage(path) ? null : 'require';
    if (known.has(path.start!)) return null;
    if (call.callee.type === 'Import') return foldString(path) === null ? 'import' : null;
    return computed.has(path.start!) ? 'require' : null;
  };
  const calls = nodesOf(scan, 'CallExpression');
  return calls.flatMap((call) => {
    const [path] = call.arguments;
    const by = path === undefined ? null : loaderOf(call, path);
    if (by === null) return none;
    const isLent = calleeName(call.callee) === 'createRequire';
    const { deferred, loop } = placesOf(scan).of(call);
    const pattern = isLent ? ANY : patternOf(textOf(path!, scan, 0));
    return [{ at: path!.start!, by, deferred, repeated: deferred || loop !== null, pattern }];
  });
}

/** It is found by its name from anywhere. */
function isPackage(specifier: t.Node): boolean {
  return /^[^./]/.test(foldString(specifier) ?? '');
}

const none: readonly UnknownLoad[] = [];

/** What an expression is known to give as a text, with `*` for what is not known. */
function textOf(node: t.Node, scan: ScanContext, depth: number): string {
  if (depth > deepest) return ANY;
  const part = (inner: t.Node): string => textOf(inner, scan, depth + 1);
  const bare = unwrap(node);
  switch (bare.type) {
    case 'StringLiteral':
      return bare.value;
    case 'TemplateLiteral':
      return bare.quasis
        .flatMap(({ value }, index) => [
          value.cooked ?? ANY,
          ...bare.expressions.slice(index, index + 1).map(part),
        ])
        .join('');
    case 'BinaryExpression':
      return bare.operator === '+' ? part(bare.left) + part(bare.right) : ANY;
    case 'Identifier':
      return variableText(bare, scan, part);
    case 'CallExpression':
      return isJoin(bare) ? joinedText(bare, part) : ANY;
    default:
      return ANY;
  }
}

function variableText(node: t.Identifier, scan: ScanContext, part: (inner: t.Node) => string): string {
  const binding = scan.scopes.referenceOf(node)?.binding ?? null;
  const [value, ...others] = (binding && valuesOf(binding, scan)) ?? [];
  if (value === undefined || others.length > 0) return ANY;
  return typeof value === 'string' ? value : part(value);
}

/** `path.join(root, 'lib', name)`; `parts.join('/')` has but one argument. What `resolve` gets may begin anew. */
function joinedText(call: t.CallExpression, part: (inner: t.Node) => string): string {
  const texts = call.arguments.map(part);
  if (calleeName(call.callee) === 'join') return texts.length > 1 ? texts.join('/') : ANY;
  const last = texts.findLastIndex((text) => text.startsWith(ANY) || text.startsWith('/'));
  return texts.slice(Math.max(last, 0)).join('/');
}

/** Without what only says where to start: `*\/../lib/./x` -> `*\/lib/x`. Where nothing is known, just `*`. */
function patternOf(text: string): string {
  const segments = text.split('/').filter((segment) => segment !== '' && segment !== '.');
  const isUp = (segment: string): boolean => /^\**\.\.$/.test(segment);
  const start = segments.findLastIndex(isUp);
  const rest = segments.slice(start + 1);
  const tells = rest.some((segment) => /[^*]/.test(segment.replace(/\.[cm]?js$/, '')));
  return tells ? rest.join('/') : ANY;
}
