import { posix } from 'node:path';
import type * as t from '@babel/types';
import { staticKey } from '../syntax/keys.ts';
import { parentOf } from '../syntax/tree.ts';
import { unwrap } from '../syntax/wrapping.ts';
import type { ScanContext } from './context.ts';
import type { PathString } from './facts.ts';
import { branchesOf, valuesOf } from './finite-values.ts';
import type { Value } from './fixed-lists.ts';
import { memberValues } from './fixed-lists.ts';
import { isFreeName } from './free-names.ts';
import { possibleMembers, possibleValues } from './possible-values.ts';

/** What an expression of strings and `__dirname` says about a path: what it starts with, and what it ends in. */
export type PathText = Omit<PathString, 'at' | 'handed' | 'use'>;

/** How deep `const a = __dirname + '/x', b = path.join(a, 'y') ...` is followed. */
const deepest = 20;
/** Of how many texts in all one may be, and how many values of variables are looked at for that. */
const most = 200;

/** Every text that an expression may be; null stands for one of which not even the start is known. */
type Texts = readonly (PathText | null)[];

const unknown: Texts = [null];

type Part = (node: t.Node) => Texts;

type AnyOf = (values: readonly Value[]) => Texts;

/** @returns null where it may be one of which not even the start is known */
export function pathTexts(node: t.Node, scan: ScanContext): readonly PathText[] | null {
  const texts = textsOf(node, scan, { depth: 0, left: { values: most }, isHint: false });
  return texts.every((text) => text !== null)
    ? texts.map((text) => (endsAlone(text, texts) ? text : forOthers(text)))
    : null;
}

/** What it may be among others: whatever the file does not show, it may be as well. */
export function possibleTexts(node: t.Node, scan: ScanContext): readonly PathText[] {
  const texts = textsOf(node, scan, { depth: 0, left: { values: most }, isHint: true });
  return texts.filter((text) => text !== null).map(forOthers);
}

/** Whether the literal that it ends in ends no other one: `./plugins/${name}.js` */
function endsAlone({ literal }: PathText, texts: readonly PathText[]): boolean {
  return texts.filter((other) => other.literal?.end === literal?.end).length === 1;
}

interface Following {
  readonly depth: number;
  readonly left: { values: number };
  /** Whether what the file shows will do, where there may be more. */
  readonly isHint: boolean;
}

function textsOf(node: t.Node, scan: ScanContext, { depth, left, isHint }: Following): Texts {
  if (depth > deepest) return unknown;
  const part: Part = (inner) => textsOf(inner, scan, { depth: depth + 1, left, isHint });
  const bare = unwrap(node);
  if (bare !== node) return part(bare);
  const anyOf = (values: readonly Value[] | null): Texts => {
    if (values === null || values.length > left.values) return unknown;
    left.values -= values.length;
    return values.flatMap((value) => (typeof value === 'string' ? [plain(value)] : part(value)));
  };
  const hinted = (values: () => readonly Value[]): Texts =>
    isHint ? [...anyOf(values()), ...unknown] : unknown;
  switch (node.type) {
    case 'StringLiteral':
      return [literalText(node.value, node.end! - 1, scan)];
    case 'TemplateLiteral':
      return templateText(node, scan, part);
    case 'BinaryExpression':
      return node.operator === '+' ? chained(part(node.left), part(node.right), '') : unknown;
    case 'ConditionalExpression':
    case 'LogicalExpression':
      return anyOf(branchesOf(node));
    case 'Identifier':
      return nameText(node, scan, anyOf) ?? hinted(() => possibleValues(scan, node));
    case 'CallExpression':
      if (isHint && isWorkingFolder(node, scan)) return [plain('.')];
      return joinedText(node, part) ?? convertedText(node, part);
    case 'NewExpression':
      return urlText(node, part);
    case 'MemberExpression':
      if (staticKey(node) === 'sep') return [plain('/')];
      return isMeta(node)
        ? metaText(node, scan)
        : (elementText(node, scan, anyOf) ?? hinted(() => possibleMembers(scan, node)));
    default:
      return unknown;
  }
}

/** `names[i]`, `table[key]`; null where more may be in there than the file shows. */
function elementText(node: t.MemberExpression, scan: ScanContext, anyOf: AnyOf): Texts | null {
  const values = memberValues(node, scan);
  return values === null ? null : anyOf(values).map((text) => text && forOthers(text));
}

/** `process.cwd()` */
function isWorkingFolder({ callee }: t.CallExpression, { scopes }: ScanContext): boolean {
  return (
    callee.type === 'MemberExpression' &&
    staticKey(callee) === 'cwd' &&
    isFreeName(callee.object, 'process', scopes)
  );
}

/** A text that stands nowhere where a new name could be put. */
export function plain(start: string): PathText {
  return { fromFile: false, start, computed: false, end: '', resolved: false, literal: null };
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
  return { ...plain(text), literal: isPlain ? { end, text } : null };
}

/** A name that ends so is not that of code, whatever comes before it. */
export function isDataEnding(end: string): boolean {
  return /\.\w+$/.test(end) && !/\.[cm]?jsx?$/.test(end);
}

/** `require(path.join(folder, 'package.json'))`: nothing is known but that it names no code. */
export function dataTexts(node: t.Node, scan: ScanContext): readonly PathText[] {
  const bare = unwrap(node);
  const end = endingText(bare, scan);
  return isDataEnding(end) ? [{ ...plain(''), computed: true, end }] : [];
}

function endingText(node: t.Node, scan: ScanContext): string {
  if (node.type === 'BinaryExpression') return node.operator === '+' ? endingText(node.right, scan) : '';
  if (node.type === 'TemplateLiteral') return node.quasis.at(-1)!.value.cooked ?? '';
  const last = isJoin(node) ? node.arguments.at(-1) : node;
  const texts = last === undefined ? null : pathTexts(last, scan);
  if (texts?.length !== 1) return '';
  const { computed, end, start } = texts[0]!;
  return computed ? end : start;
}

/** The relative paths that stand in quotes in a text, which may be code: `require('./x')`. */
export function quotedPaths(text: string): readonly string[] {
  const isQuoted = text.lastIndexOf('./') > 0 && /["'`]\.{1,2}\//.test(text);
  if (!isQuoted) return none;
  return Array.from(text.matchAll(/(["'`])(\.{1,2}\/[^"'`\\\s]+)\\?\1/g), ([, , path]) => path!);
}

const none: readonly never[] = [];

/** Where a text is more than one word, as a command line is (`node --import=./a ${__dirname}/x.js`), each of them. */
export function wordsOf(text: PathText, source: string): readonly PathText[] {
  const { start, literal } = text;
  if (!/[\s"'=]/.test(start)) return [];
  return [...start.matchAll(/[^\s"'=]+/g)].map(({ 0: word, index }) => {
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

function templateText(node: t.TemplateLiteral, scan: ScanContext, part: Part): Texts {
  const texts = node.quasis.map((quasi) =>
    literalText(quasi.value.cooked ?? quasi.value.raw, quasi.end!, scan),
  );
  let whole: Texts = [texts[0]!];
  for (const [index, expression] of node.expressions.entries()) {
    const inner = part(expression);
    // `${folder}/x`: nothing stands in front of what tells where it starts.
    whole = index === 0 && texts[0]!.start === '' ? inner : chained(whole, inner, '');
    whole = chained(whole, [texts[index + 1]!], '');
  }
  return whole;
}

/** `import.meta.dirname`, `import.meta.filename` and `import.meta.url`. */
function metaText(node: t.MemberExpression, { path }: ScanContext): Texts {
  const key = staticKey(node);
  if (key !== 'dirname' && key !== 'filename' && key !== 'url') return unknown;
  return [ownPlace(key === 'dirname' ? '.' : `./${nameOf(path)}`)];
}

export function isMeta(node: t.Node): node is t.MemberExpression {
  return node.type === 'MemberExpression' && node.object.type === 'MetaProperty';
}

function ownPlace(start: string): PathText {
  return { ...plain(start), fromFile: true };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `fileURLToPath(import.meta.url)`, `path.normalize(folder)`, `path.dirname(__filename)` and `path.basename(__filename)`. */
function convertedText({ callee, arguments: list }: t.CallExpression, part: Part): Texts {
  const convert = conversions.get(calleeName(callee));
  const [first, ...others] = list;
  if (convert === undefined || first === undefined || others.length > 0) return unknown;
  return part(first).map((text) => (text === null || text.computed ? null : convert(text)));
}

const conversions: ReadonlyMap<string, (text: PathText) => PathText | null> = new Map([
  ['fileURLToPath', (text) => text],
  ['normalize', (text) => text],
  ['dirname', ({ fromFile, start }) => (fromFile ? ownPlace(posix.dirname(start)) : null)],
  ['basename', ({ start }) => plain(nameOf(start))],
]);

/** `new URL('./x', import.meta.url)` */
function urlText({ callee, arguments: [first, base] }: t.NewExpression, part: Part): Texts {
  const isOwn =
    calleeName(callee) === 'URL' && base !== undefined && isMeta(base) && staticKey(base) === 'url';
  return isOwn ? part(first!).map((text) => (text === null ? null : { ...text, fromFile: true })) : unknown;
}

/** `__dirname`, `__filename`, or a variable of which all values are known; null for others. */
function nameText(node: t.Identifier, scan: ScanContext, anyOf: AnyOf): Texts | null {
  const reference = scan.scopes.referenceOf(node);
  if (reference === undefined || reference.dynamic) return null;
  const { binding } = reference;
  if (binding === null) {
    if (node.name === '__dirname') return [ownPlace('.')];
    return node.name === '__filename' ? [ownPlace(`./${nameOf(scan.path)}`)] : null;
  }
  const values = valuesOf(binding, scan);
  if (values === null) return null;
  const texts = anyOf(values);
  const isReadOnce = values.length === 1 && binding.references.length === binding.writes.length + 1;
  return isReadOnce && !isListed(values[0]!)
    ? texts
    : texts.map((text) => (text === null || text.fromFile ? text : forOthers(text)));
}

function isListed(value: Value): boolean {
  return typeof value === 'string' || parentOf(value)?.type === 'ArrayExpression';
}

/** Who else reads the name of a file has to get the one that it had. */
function forOthers(text: PathText): PathText {
  return { ...text, literal: null };
}

function joinedText(node: t.CallExpression, part: Part): Texts | null {
  const key = calleeName(node.callee);
  const [first, ...rest] = node.arguments;
  if (first === undefined || (key !== 'join' && key !== 'resolve')) return null;
  // `require.resolve('./x')` counts from the file.
  if (node.callee.type === 'MemberExpression' && unwrap(node.callee.object).type === 'Identifier') {
    const object = unwrap(node.callee.object) as t.Identifier;
    if (object.name === 'require') return part(first).map(withBase);
  }
  let whole = part(first);
  for (const argument of rest) whole = chained(whole, part(argument), '/');
  return whole;
}

/** The specifier of `require.resolve(specifier)`. */
export function specifierResolved(call: t.CallExpression, scopes: ScanContext['scopes']): t.Node | null {
  const { callee, arguments: args } = call;
  const isResolve =
    callee.type === 'MemberExpression' &&
    staticKey(callee) === 'resolve' &&
    isFreeName(callee.object, 'require', scopes);
  return isResolve && args.length === 1 ? args[0]! : null;
}

function withBase(text: PathText | null): PathText | null {
  return text?.start.startsWith('.') ? { ...text, fromFile: true, resolved: true } : null;
}

/** Every text of the one with every text of the other. */
function chained(lefts: Texts, rights: Texts, between: string): Texts {
  const ends = lefts.length * rights.length > most ? unknown : rights;
  return lefts.flatMap((left) => ends.map((right) => joined(left, right, between)));
}

function joined(left: PathText | null, right: PathText | null, between: string): PathText | null {
  // What is absolute begins anew: `path.resolve(a, __dirname, 'x')`, `process.execPath + ' ' + __dirname + '/x'`.
  if (right?.fromFile && (between !== '' || left?.fromFile !== true)) return right;
  if (left === null) return null;
  if (right === null)
    return { ...left, start: opened(left, between), computed: true, end: '', resolved: false, literal: null };
  const tail = between + right.start;
  if (tail === '' && !right.computed) return left;
  if (left.computed) {
    const end = right.computed ? right.end : left.end + tail;
    return { ...left, end, literal: null };
  }
  return { ...right, fromFile: left.fromFile, start: left.start + tail, resolved: false };
}

function opened({ start, computed }: PathText, between: string): string {
  return computed || start.endsWith('/') ? start : start + between;
}
