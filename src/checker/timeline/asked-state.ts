import type * as t from '@babel/types';
import { wordsOf } from '../../lists.ts';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { Setting, StateFact } from '../facts.ts';
import { isMember } from './call-forms.ts';
import type { Foreign } from './event.ts';
import type { Values } from './values.ts';

type State = StateFact | Extract<Foreign, { kind: 'global' }>;

const files: readonly State[] = [{ kind: 'files' }];
const environment: readonly State[] = [{ kind: 'global', name: 'process.env' }];
const set = (setting: Setting): State => ({ kind: 'setting', setting });

const asking = (states: readonly State[], names: string): [string, readonly State[]][] =>
  [...wordsOf(names)].map((name) => [name, states]);

/**
 * What functions that do nothing beyond their result go by besides their arguments, so that when they are called makes a
 * difference (Node documentation).
 */
const askedBy: ReadonlyMap<string, readonly State[]> = new Map([
  ...asking(files, 'fs.existsSync require.resolve'),
  ...asking(environment, 'os.homedir os.tmpdir'),
  ...asking([set('directory')], 'path.relative path.resolve url.pathToFileURL'),
  ...asking([set('inspectOptions')], 'util.format util.formatWithOptions util.inspect'),
  ...asking([set('queryEscapes')], 'url.format url.parse url.resolve'),
  ...asking(
    [set('queryEscapes')],
    'querystring.decode querystring.encode querystring.parse querystring.stringify',
  ),
  ...asking([set('captureRejections')], 'events events.EventEmitter'),
  ...asking(
    [set('captureRejections'), set('highWaterMark')],
    'stream stream.Stream stream.Readable stream.Writable stream.Duplex stream.Transform stream.PassThrough',
  ),
]);

/** @param name of a function of Node or of the language, `util.format`, as it is called at this place */
export function askedState(name: string, call: t.Node, values: Values): readonly State[] {
  const states = askedBy.get(name) ?? none;
  return states.length > 0 && isAbsolute(name, call, values) ? none : states;
}

const none: readonly State[] = [];

/** What reading a global, `process.cwd`, is a question for. */
export function stateBehind(
  global: Extract<Foreign, { kind: 'global' }>,
  node: t.Node,
  values: Values,
): State {
  const { name } = global;
  if (name === 'process.cwd') return set('directory');
  const isStub = isKept.test(name) ? isCompared(node, values) : chance.has(name) && !isCalled(node);
  return isStub ? set('stubs') : global;
}

/** Whoever calls them, gets them or inherits from them may ask for the time, or have something done later. */
const isKept = /^(?:Date|Promise)\b/;
const chance: ReadonlySet<string> = new Set(['Math.random', 'Math[]']);

/** `x instanceof Date`, `new Set([Date, Map])` */
function isCompared(node: t.Node, values: Values): boolean {
  const parent = parentOf(node);
  return (
    parent?.type === 'BinaryExpression' || (parent?.type === 'ArrayExpression' && isOfSet(parent, values))
  );
}

/** `new Set([Date, BigInt].filter((kind) => typeof kind === 'function'))` */
function isOfSet(list: t.Node, values: Values): boolean {
  const user = parentOf(list);
  if (user?.type === 'NewExpression') {
    const maker = values.of(user.callee);
    return maker.kind === 'global' && maker.name === 'Set';
  }
  const call = user && isMember(user) && staticKey(user) === 'filter' ? parentOf(user) : null;
  return call?.type === 'CallExpression' && call.arguments.every(isTypeTest) && isOfSet(call, values);
}

function isCalled(node: t.Node): boolean {
  const parent = parentOf(node);
  return parent !== null && 'callee' in parent && parent.callee === node;
}

function isTypeTest(node: t.Node): boolean {
  const test = node.type === 'ArrowFunctionExpression' ? node.body : null;
  if (test?.type !== 'BinaryExpression' || test.right.type !== 'StringLiteral') return false;
  return test.left.type === 'UnaryExpression' && test.left.argument.type === 'Identifier';
}

/** Whether the paths that a call is given leave no question of the working directory. */
function isAbsolute(name: string, call: t.Node, values: Values): boolean {
  const given = call.type === 'CallExpression' ? call.arguments : [];
  const [first] = given;
  switch (name) {
    case 'path.resolve':
      return given.some((path) => values.isAbsolutePath(path));
    case 'path.relative':
      return given.length > 1 && given.every((path) => values.isAbsolutePath(path));
    case 'url.pathToFileURL':
      return first !== undefined && values.isAbsolutePath(first);
    default:
      return false;
  }
}
