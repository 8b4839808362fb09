import type * as t from '@babel/types';
import { staticKey } from '../syntax/keys.ts';
import { parentOf } from '../syntax/tree.ts';
import type { ScanContext } from './context.ts';
import { entryPoints, isNodeName } from './entry-points.ts';
import { placesOf } from './exports/places.ts';
import type { HandedPath, PathString, RequireFact } from './facts.ts';
import { givenWords } from './given-words.ts';
import { nodesOf } from './nodes.ts';
import {
  dataTexts,
  isJoin,
  isMeta,
  type PathText,
  pathTexts,
  plain,
  possibleTexts,
  quotedPaths,
  wordsOf,
} from './path-texts.ts';
import {
  evaluatesText,
  listingCalls,
  listsFiles,
  loadsByName,
  readsOfVariable,
  type Use,
  usesOf,
} from './path-uses.ts';
import { perScan } from './per-scan.ts';

/** The strings of a file that may name other files, and the computed arguments of `require` and `import()`. */
export function pathStrings(scan: ScanContext, requires: readonly RequireFact[]): readonly PathString[] {
  const loads = new Map(requires.map(({ argument, specifier }) => [argument[0], specifier]));
  const found: PathString[] = [];
  const add = (node: t.Node, uses: readonly Use[]): void => {
    const isLoad = uses.includes('load');
    for (const text of pathTexts(node, scan) ?? (isLoad ? dataTexts(node, scan) : [])) {
      const isMixed = uses.length > 1 && !text.fromFile && !text.computed;
      for (const use of isMixed ? (['other'] as const) : uses) found.push(...pathsIn(text, use, node, scan));
    }
  };
  const evaluates = evaluatesText(scan);
  /** Where code is made of text, a path that starts at the file may well lead to it. */
  const textOf = (node: t.Node, use: Use): Use => {
    if (!evaluates) return use;
    return use === 'read' || (use === 'other' && pathTexts(node, scan)?.some(({ fromFile }) => fromFile))
      ? 'evaluate'
      : use;
  };
  for (const node of candidates(scan)) {
    const parent = parentOf(node);
    const isArgument = isLoad(parent) && parent.arguments[0] === node;
    if (isArgument && (parent.callee.type === 'Import' || loads.has(node.start!))) {
      const isKnown = node.type === 'StringLiteral' || typeof loads.get(node.start!) === 'string';
      if (!isKnown) add(node, ['load']);
    } else if (isOutermost(node))
      add(
        node,
        isPreloaded(node, scan) ? ['start'] : usesOf(node, scan, loads).map((use) => textOf(node, use)),
      );
  }
  return [
    ...found,
    ...namedInCode(scan),
    ...namedFromRoot(scan, loads),
    ...listedFolders(scan),
    ...givenWords(scan),
  ];
}

/** `'--max-old-space-size=4096 --import=./setup'`, `['-r', './setup']`: Node loads it before it starts anything. */
function isPreloaded(node: t.Node, scan: ScanContext): boolean {
  return afterOptions(scan).has(node) || literalTexts(node).some((text) => preloading.test(text));
}

const preloading = /(?:^|[\s"'=])(?:-r\s|--(?:require|import|(?:experimental-)?loader)[\s=])/;

const afterOptions = perScan(
  (scan): ReadonlySet<t.Node> =>
    new Set(
      nodesOf(scan, 'StringLiteral').flatMap((node) => {
        const parent = parentOf(node);
        if (parent?.type !== 'ArrayExpression' || !preloading.test(`${node.value} `)) return [];
        return parent.elements[parent.elements.indexOf(node) + 1] ?? [];
      }),
    ),
);

function literalTexts(node: t.Node): readonly string[] {
  const texts: string[] = [];
  const pending = [node];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    if (part.type === 'StringLiteral') texts.push(part.value);
    else if (part.type === 'TemplateLiteral') texts.push(...part.quasis.map(({ value }) => value.raw));
    else if (part.type === 'BinaryExpression') pending.push(part.left, part.right);
  }
  return texts;
}

function pathsIn(text: PathText, use: Use, node: t.Node, scan: ScanContext): PathString[] {
  const words = text.fromFile || use === 'start' ? wordsOf(text, scan.source) : [];
  const known = use === 'load-all' ? 'list' : use;
  const handed = handsOn.has(use) ? placesGiven(node, scan) : [];
  const isEntry = (path: PathText, index: number): boolean =>
    use === 'start' && (path === text ? entryPoints(scan).has(node) : isNodeName(words[index - 2]?.start));
  return [text, ...words].flatMap((path, index) =>
    mayNameFile(path, known) || (isEntry(path, index) && isBareName(path)) || isSetting(path, scan)
      ? [{ ...path, use: known, handed, at: node.start! }]
      : [],
  );
}

/** `spec: ['test/x.js']`: the paths in the configuration of a tool count from the folder of the package. */
function isSetting({ start, computed }: PathText, { path }: ScanContext): boolean {
  return !computed && barePath.test(start) && configurations.test(path);
}

const barePath = /^[^\s*?{/][^\s*?{]*\.[cm]?js$/;

const configurations = /(?:^|\/)(?:[^/]+\.(?:config|conf)|\.[^/]+rc)\.[cm]?js$/;

function isBareName(text: PathText): boolean {
  return !text.computed && startsWithName(text);
}

const handsOn: ReadonlySet<Use> = new Set(['load-all', 'other']);

/** Where functions get it, by way of a variable or not. */
function placesGiven(node: t.Node, scan: ScanContext): readonly HandedPath[] {
  const given = readsOfVariable(node, scan).filter(isGiven);
  return given.map((read) => ({ at: read.start!, deferred: placesOf(scan).of(read).deferred }));
}

/** `load(path)`, `load({ folder: path })`, `load([path])` */
function isGiven(node: t.Node): boolean {
  let at = node;
  for (let parent = parentOf(at); parent !== null; at = parent, parent = parentOf(at)) {
    if (isLoad(parent) || parent.type === 'NewExpression') return parent.callee !== at;
    if (!literals.has(parent.type)) return false;
  }
  return false;
}

const literals: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'ConditionalExpression',
  'LogicalExpression',
  'ObjectExpression',
  'ObjectProperty',
]);

/** `fs.readdirSync(folder)`: what the folder may be, as far as the file shows; any, where there may be more. */
function* listedFolders(scan: ScanContext): Generator<PathString> {
  for (const { arguments: list } of listingCalls(scan)) {
    const [folder] = list;
    if (folder === undefined) continue;
    const isKnown = pathTexts(folder, scan) !== null;
    const listed = { use: 'list', handed: [], at: folder.start! } as const;
    if (!isKnown) yield { ...plain(''), computed: true, ...listed };
    for (const text of possibleTexts(folder, scan))
      if (startsWithName(text) || (!isKnown && mayNameFile(text, 'list'))) yield { ...text, ...listed };
  }
}

/** `test`, `test/unit`, `lib/${name}`: what is listed counts from the working directory, however it is written. */
function startsWithName({ start, computed }: PathText): boolean {
  return /^[^\s*?{/.-][^\s*?{]*$/.test(start) && (!computed || start.includes('/'));
}

/** `rootRequire('lib/x')`, `require('app-root-path').require('/lib/x')`: from the folder of the package, as a rule. */
function* namedFromRoot(scan: ScanContext, loads: ReadonlyMap<number, unknown>): Generator<PathString> {
  for (const { callee, arguments: list } of nodesOf(scan, 'CallExpression')) {
    const [path] = list;
    if (path?.type !== 'StringLiteral' || !/^[^.:]*\//.test(path.value)) continue;
    if (loads.has(path.start!) || !loadsByName(callee)) continue;
    const start = `./${path.value.replace(/^\/+/, '')}`;
    yield { ...plain(start), use: 'other', handed: placesGiven(path, scan), at: path.start! };
  }
}

/** What code in a text names, wherever that may be run: `new Worker("require('./x')", { eval: true })`. */
function namedInCode(scan: ScanContext): readonly PathString[] {
  return [
    ...nodesOf(scan, 'StringLiteral').flatMap(({ value, start }) => named(value, start!)),
    ...nodesOf(scan, 'TemplateElement').flatMap(({ value, start }) => named(value.cooked ?? '', start!)),
  ];
}

function named(text: string, at: number): readonly PathString[] {
  const paths = quotedPaths(text);
  if (paths.length === 0) return none;
  return paths.map((start) => ({ ...plain(start), use: 'other', handed: [], at }));
}

const none: readonly never[] = [];

/** Every expression of which something can be known; names and `__dirname` where a call takes them. */
function* candidates(scan: ScanContext): Generator<t.Node> {
  const entries = entryPoints(scan);
  for (const node of nodesOf(scan, 'StringLiteral'))
    if (mayBePath(node.value) || entries.has(node)) yield node;
  yield* nodesOf(scan, 'TemplateLiteral');
  for (const node of nodesOf(scan, 'BinaryExpression')) if (node.operator === '+') yield node;
  for (const node of nodesOf(scan, 'CallExpression')) {
    if (isJoin(node)) yield node;
    const first = node.arguments[0];
    if (first?.type === 'Identifier' || (first !== undefined && isMeta(first))) yield first;
  }
}

/** What `mayNameFile` asks of a literal, whatever its use: most strings of a file are none. */
function mayBePath(text: string): boolean {
  return text.startsWith('.') || text.endsWith('js') || /js |^node /.test(text) || preloading.test(text);
}

function isLoad(node: t.Node | null): node is t.CallExpression {
  return node?.type === 'CallExpression';
}

/** Not part of a longer path, nor the source of a declaration. */
function isOutermost(node: t.Node): boolean {
  const parent = parentOf(node);
  if (parent === null) return false;
  if (node.type === 'Identifier' || isMeta(node))
    return isLoad(parent) && (listsFiles(parent.callee) || isOwnPath(node));
  if (parent.type === 'BinaryExpression') return parent.operator !== '+';
  if (isJoin(parent)) return parent.callee === node;
  return !notPaths.has(parent.type);
}

const notPaths = new Set<string>([
  'TemplateLiteral',
  'TaggedTemplateExpression',
  'ImportDeclaration',
  'ImportAttribute',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ExportSpecifier',
  'ImportSpecifier',
  'TSLiteralType',
  'TSExternalModuleReference',
]);

function isOwnPath(node: t.Identifier | t.MemberExpression): boolean {
  return node.type === 'Identifier' ? node.name === '__filename' : staticKey(node) === 'filename';
}

const paths: ReadonlySet<PathString['use']> = new Set([
  'evaluate',
  'file',
  'preload',
  'probe',
  'read',
  'start',
]);

/** Strings that begin like a path; for what a process is started with, those that end like one will do. */
function mayNameFile({ fromFile, start, computed }: PathText, use: PathString['use']): boolean {
  if (fromFile) return use === 'list' || use === 'load' || start !== '.';
  if (start === '') return use === 'load';
  if (/^\.{1,2}\//.test(start)) return !/[\s*?{]/.test(start);
  const isPath = paths.has(use);
  return isPath && !computed && barePath.test(start);
}
