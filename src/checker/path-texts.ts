import { posix } from 'node:path';
import type * as t from '@babel/types';
import { staticKey } from '../syntax/keys.ts';
import { parentOf } from '../syntax/tree.ts';
import { unwrap } from '../syntax/wrapping.ts';
import type { ScanContext } from './context.ts';
import type { PathString } from './facts.ts';

/** What an expression of strings and `__dirname` says about a path: what it starts with, and what it ends in. */
export type PathText = Omit<PathString, 'at' | 'use'>;

/** How deep `const a = __dirname + '/x', b = path.join(a, 'y') ...` is followed. */
const deepest = 20;

/** @returns null where even the start is unknown. */
export function pathText(node: t.Node, scan: ScanContext, depth = 0): PathText | null {
  if (depth > deepest) return null;
  const part = (inner: t.Node): PathText | null => pathText(inner, scan, depth + 1);
  const bare = unwrap(node);
  if (bare !== node) return part(bare);
  switch (node.type) {
    case 'StringLiteral':
      return literalText(node.value, node.end! - 1, scan);
    case 'TemplateLiteral':
      return templateText(node, scan, part);
    case 'BinaryExpression':
      return node.operator === '+' ? chained(part(node.left), part(node.right), '') : null;
    case 'Identifier':
      return nameText(node, scan, part);
    case 'CallExpression':
      return joinedText(node, part) ?? convertedText(node, part);
    case 'NewExpression':
      return urlText(node, part);
    case 'MemberExpression':
      return staticKey(node) === 'sep' ? separator : metaText(node, scan);
    default:
      return null;
  }
}

const joins: ReadonlySet<string> = new Set(['join', 'resolve']);

/** `path.join(...)`, `path.resolve(...)`, `join(...)`: by name alone, which is all that a hint needs. */
export function isJoin(node: t.Node | null): node is t.CallExpression {
  return node?.type === 'CallExpression' && joins.has(calleeName(node.callee));
}

/** `f` for `f()`, `a.f()` and `a['f']()`; `requireAll` for `require('require-all')()`. */
export function calleeName(callee: t.Node): string {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type === 'CallExpression') return requiredName(callee);
  return callee.type === 'MemberExpression' ? (staticKey(callee) ?? '') : '';
}

/** How a file would name what it requires. */
function requiredName({ callee, arguments: [first] }: t.CallExpression): string {
  if (callee.type !== 'Identifier' || callee.name !== 'require' || first?.type !== 'StringLiteral') return '';
  return posix.basename(first.value).replace(/[-_.](\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** @param end where the text ends, before the closing quote */
function literalText(text: string, end: number, { source }: ScanContext): PathText {
  // An escape in the last letters would have to be counted out.
  const isPlain = source.slice(end - Math.min(tail, text.length), end) === text.slice(-tail);
  return { fromFile: false, start: text, computed: false, end: '', literal: isPlain ? { end, text } : null };
}

/** A name that ends so is not that of code, whatever comes before it. */
export function isDataEnding(end: string): boolean {
  return /\.\w+$/.test(end) && !/\.[cm]?jsx?$/.test(end);
}

/** `require(path.join(folder, 'package.json'))`: nothing is known but that it names no code; else null. */
export function dataText(node: t.Node, scan: ScanContext): PathText | null {
  const bare = unwrap(node);
  const end = endingText(bare, scan);
  return isDataEnding(end) ? { fromFile: false, start: '', computed: true, end, literal: null } : null;
}

function endingText(node: t.Node, scan: ScanContext): string {
  if (node.type === 'BinaryExpression') return node.operator === '+' ? endingText(node.right, scan) : '';
  if (node.type === 'TemplateLiteral') return node.quasis.at(-1)!.value.cooked ?? '';
  const last = isJoin(node) ? node.arguments.at(-1) : node;
  const text = last === undefined ? null : pathText(last, scan);
  return text === null ? '' : text.computed ? text.end : text.start;
}

/** The relative paths that stand in quotes in a text, which may be code: `require('./x')`. */
export function quotedPaths(text: string): readonly string[] {
  if (!text.includes('./')) return [];
  return Array.from(text.matchAll(/(["'`])(\.{1,2}\/[^"'`\\\s]+)\\?\1/g), ([, , path]) => path!);
}

/** Where a text is more than one word, as a command line is (`node ${__dirname}/x.js --all`), each of them. */
export function wordsOf(text: PathText, source: string): readonly PathText[] {
  const { start, literal } = text;
  if (!/[\s"']/.test(start)) return [];
  return [...start.matchAll(/[^\s"']+/g)].map(({ 0: word, index }) => {
    const rest = start.slice(index + word.length);
    return {
      ...text,
      start: word,
      fromFile: text.fromFile && index === 0,
      computed: text.computed && rest === '',
      literal: literal === null ? null : withoutRest(literal, rest, source),
    };
  });
}

/** Null where the rest is not written as it reads. */
function withoutRest(
  { end, text }: NonNullable<PathText['literal']>,
  rest: string,
  source: string,
): PathText['literal'] {
  const isPlain = text.endsWith(rest) && source.slice(end - rest.length, end) === rest;
  return isPlain ? { end: end - rest.length, text: text.slice(0, text.length - rest.length) } : null;
}

/** The longest ending that a file may lose. */
const tail = 4;

/** `path.sep`: what it ends is a folder, not the start of a computed name. */
const separator: PathText = { fromFile: false, start: '/', computed: false, end: '', literal: null };

type Part = (node: t.Node) => PathText | null;

function templateText(node: t.TemplateLiteral, scan: ScanContext, part: Part): PathText | null {
  const texts = node.quasis.map((quasi) =>
    literalText(quasi.value.cooked ?? quasi.value.raw, quasi.end!, scan),
  );
  let whole: PathText | null = texts[0]!;
  for (const [index, expression] of node.expressions.entries()) {
    const inner = part(expression);
    // `${folder}/x`: nothing stands in front of what tells where it starts.
    whole = whole?.start === '' && !whole.computed ? inner : chained(whole, inner, '');
    whole = chained(whole, texts[index + 1]!, '');
  }
  return whole;
}

/** `import.meta.dirname`, `import.meta.filename` and `import.meta.url`. */
function metaText(node: t.MemberExpression, { path }: ScanContext): PathText | null {
  if (!isMeta(node)) return null;
  const key = staticKey(node);
  if (key !== 'dirname' && key !== 'filename' && key !== 'url') return null;
  return ownPlace(key === 'dirname' ? '.' : `./${nameOf(path)}`);
}

export function isMeta(node: t.Node): node is t.MemberExpression {
  return node.type === 'MemberExpression' && node.object.type === 'MetaProperty';
}

function ownPlace(start: string): PathText {
  return { fromFile: true, start, computed: false, end: '', literal: null };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `fileURLToPath(import.meta.url)`, and `path.dirname(__filename)`. */
function convertedText({ callee, arguments: [first] }: t.CallExpression, part: Part): PathText | null {
  const name = calleeName(callee);
  const text = first !== undefined && (name === 'fileURLToPath' || name === 'dirname') ? part(first) : null;
  if (text === null || name === 'fileURLToPath') return text;
  return text.fromFile && !text.computed ? ownPlace(posix.dirname(text.start)) : null;
}

/** `new URL('./x', import.meta.url)` */
function urlText({ callee, arguments: [first, base] }: t.NewExpression, part: Part): PathText | null {
  const isOwn =
    calleeName(callee) === 'URL' && base !== undefined && isMeta(base) && staticKey(base) === 'url';
  const text = isOwn ? part(first!) : null;
  return text === null ? null : { ...text, fromFile: true };
}

/** `__dirname`, `__filename`, or a variable that is bound once to something known. */
function nameText(node: t.Identifier, { scopes, path }: ScanContext, part: Part): PathText | null {
  const reference = scopes.referenceOf(node);
  if (reference === undefined || reference.dynamic) return null;
  if (reference.binding === null) {
    if (node.name === '__dirname') return ownPlace('.');
    return node.name === '__filename' ? ownPlace(`./${nameOf(path)}`) : null;
  }
  const writes = reference.binding.writes;
  if (writes.length !== 1 || !writes[0]!.initialises) return null;
  const declarator = parentOf(writes[0]!.node);
  if (declarator?.type !== 'VariableDeclarator' || declarator.id !== writes[0]!.node) return null;
  return declarator.init ? part(declarator.init) : null;
}

function joinedText(node: t.CallExpression, part: Part): PathText | null {
  const key = calleeName(node.callee);
  const [first, ...rest] = node.arguments;
  if (first === undefined || (key !== 'join' && key !== 'resolve')) return null;
  // `require.resolve('./x')` counts from the file.
  if (node.callee.type === 'MemberExpression' && unwrap(node.callee.object).type === 'Identifier') {
    const object = unwrap(node.callee.object) as t.Identifier;
    if (object.name === 'require') return withBase(part(first));
  }
  let whole = part(first);
  for (const argument of rest) whole = chained(whole, part(argument), '/');
  return whole;
}

function withBase(text: PathText | null): PathText | null {
  return text?.start.startsWith('.') ? { ...text, fromFile: true } : null;
}

function chained(left: PathText | null, right: PathText | null, between: string): PathText | null {
  // What is absolute begins anew: `path.resolve(a, __dirname, 'x')`, `process.execPath + ' ' + __dirname + '/x'`.
  if (right?.fromFile && (between !== '' || left?.fromFile !== true)) return right;
  if (left === null) return null;
  if (right === null)
    return { ...left, start: opened(left, between), computed: true, end: '', literal: null };
  const tail = between + right.start;
  if (left.computed) {
    const end = right.computed ? right.end : left.end + tail;
    return { ...left, end, literal: null };
  }
  return { ...right, fromFile: left.fromFile, start: left.start + tail };
}

function opened({ start, computed }: PathText, between: string): string {
  return computed || start.endsWith('/') ? start : start + between;
}
