import type * as t from '@babel/types';
import { wordsOf } from '../../lists.ts';
import { isNewList } from './new-lists.ts';
import type { Occasion } from './unseen.ts';
import type { Values } from './values.ts';

/** What a function of the language may run of the objects that it is given: on an occasion, under a key or all of them. */
export interface Look {
  readonly occasion: Occasion;
  readonly key: string | null;
}

const look = (occasion: Occasion, key: string | null = null): Look => ({ occasion, key });

const everything: readonly Look[] = [
  look('get'),
  look('set'),
  look('convert'),
  look('iterate'),
  look('match'),
];

const looking = (looks: readonly Look[], owner: string, names: string): [string, readonly Look[]][] =>
  names.split(' ').map((name) => [`${owner}${name}`, looks]);

/**
 * Functions that look at less than everything: at no more than which keys there are, at one key by its name, at what is
 * under all keys (ECMA-262 §20.1.2, §28.1). Traps of a proxy count as run where the proxy is made.
 */
const looksOfFunction: ReadonlyMap<string, readonly Look[]> = new Map([
  ...looking([], '', 'Boolean'),
  ...looking([], 'Array.', 'isArray'),
  ...looking([], 'Buffer.', 'isBuffer'),
  ...looking([], 'Number.', 'isFinite isInteger isNaN isSafeInteger'),
  ...looking(
    [],
    'Object.',
    'getOwnPropertyDescriptors getOwnPropertyNames getOwnPropertySymbols getPrototypeOf is isExtensible isFrozen isSealed keys',
  ),
  ...looking([], 'Reflect.', 'getPrototypeOf isExtensible ownKeys'),
  ...looking([look('convert')], 'Object.', 'getOwnPropertyDescriptor hasOwn'),
  ...looking([look('convert')], 'Reflect.', 'getOwnPropertyDescriptor has'),
  ...looking([look('get')], 'Object.', 'entries values'),
]);

const whatInspectsLooksAt: readonly Look[] = [...everything, look('inspect')];

/**
 * The same for functions of Node that do nothing beyond their result: those that take texts, numbers or functions only,
 * those that read options, and those that ask objects how they want to be shown (Node documentation,
 * `util.inspect.custom`).
 */
const looksOfBuiltin: ReadonlyMap<string, readonly Look[]> = new Map([
  ...looking([], 'path.', 'basename dirname extname isAbsolute join matchesGlob normalize relative resolve'),
  ...looking([], 'os.', 'homedir tmpdir'),
  ...looking([], 'fs.', 'existsSync'),
  ...looking([], 'tty.', 'isatty'),
  ...looking([], 'crypto.', 'createHash randomBytes randomUUID'),
  ...looking([], 'module.', 'createRequire isBuiltin'),
  ...looking([], 'url.', 'fileURLToPath parse pathToFileURL'),
  ...looking([], 'util.', 'callbackify debuglog deprecate isArray promisify stripVTControlCharacters'),
  ...looking(whatInspectsLooksAt, 'util.', 'format formatWithOptions inspect'),
  ...looking([look('get')], 'util.', 'isDeepStrictEqual'),
  ...looking([look('get')], 'events', ' .EventEmitter'),
  ...looking([look('get')], 'stream', ' .Stream .Readable .Writable .Duplex .Transform .PassThrough'),
]);

/** @param name `util.format` */
export function looksOfNode(name: string): readonly Look[] {
  return looksOfBuiltin.get(name) ?? everything;
}

/** Of the pairs of a list that is made for it, `Object.fromEntries` reads two indices, and makes a key of the first. */
const pairs: readonly Look[] = [look('get', '0'), look('get', '1'), look('convert')];

/** What a call of a function by its name looks at; any other call, by way of `call` or `apply` too, at everything. */
export function looksOf(name: string | null, node: t.Node, values: Values): readonly Look[] {
  if (node.type !== 'CallExpression' || name === null || values.globalAt(node.callee) !== name)
    return everything;
  const given = node.arguments;
  if (name === 'Object.fromEntries' && given.length === 1 && isNewList(given[0]!, values)) return pairs;
  const looks = looksOfFunction.get(name) ?? everything;
  // Nobody puts a getter on a literal that the file keeps to itself.
  return looks !== everything && given.every((value) => values.isKeptLiteral(value))
    ? looks.filter(({ occasion }) => occasion !== 'get')
    : looks;
}

/** What a function of `Object` looks at, whatever it is given: descriptors are taken for literals, which they are as a rule. */
export function looksOfObject(key: string): readonly Look[] {
  if (definers.has(key)) return [];
  return looksOfFunction.get(`Object.${key}`) ?? everything;
}

const definers: ReadonlySet<string> = wordsOf(
  'create defineProperties defineProperty freeze preventExtensions seal setPrototypeOf',
);
