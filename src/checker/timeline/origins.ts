import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import { ownerOfThis } from '../owner.ts';
import { nameOfMember } from './judge.ts';
import { own, THIS, unknown, type Value } from './value.ts';

export type Call = t.CallExpression | t.NewExpression;

/** `Function('return this')()` is the global object, however strict the code around it. */
export function isReturnThis(node: t.Node): boolean {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false;
  const [code, ...more] = node.arguments;
  if (node.callee.type !== 'Identifier' || node.callee.name !== 'Function' || more.length > 0) return false;
  return code?.type === 'StringLiteral' && /^\s*return this;?\s*$/.test(code.value);
}

const interopHelpers: ReadonlySet<string> = new Set([
  '__importDefault',
  '__importStar',
  '_interopRequireDefault',
  '_interopRequireWildcard',
]);

/** `_interopRequireDefault(module)`, of Babel and TypeScript: the module or a copy of it, as far as calls go. */
export function interopArgument({ callee, arguments: given }: Call): t.Node | null {
  const isHelper = callee.type === 'Identifier' && interopHelpers.has(callee.name);
  return isHelper ? (given[0] ?? null) : null;
}

export function thisOf(node: t.Node): Value {
  const owner = ownerOfThis(node);
  return isFunction(owner) ? { kind: 'parameter', owner, index: THIS, path: [] } : own;
}

/** `x` of `function f(x)`, or of `function f({ a: { x } })`. */
export function ofParameter(id: t.Identifier): Value {
  const path: string[] = [];
  let child: t.Node = id;
  for (let at = parentOf(id); at; child = at, at = parentOf(at)) {
    if (isFunction(at)) {
      const index = (at.params as readonly t.Node[]).indexOf(child);
      return { kind: 'parameter', owner: at, index, path: path.reverse() };
    }
    if (at.type === 'ObjectPattern') continue;
    const key = at.type === 'ObjectProperty' ? staticKey(at) : null;
    if (key === null) return unknown;
    path.push(key);
  }
  return unknown;
}

export function isNamedFunction(
  node: t.Node,
): node is t.FunctionDeclaration | t.FunctionExpression | t.Class {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ClassDeclaration' ||
    node.type === 'ClassExpression'
  );
}

const ownOfWrapper: ReadonlySet<string> = new Set(['exports', '__filename', '__dirname', 'undefined']);

export function ofFreeName(name: string): Value {
  if (ownOfWrapper.has(name)) return own;
  return { kind: 'global', name: name === 'global' ? 'globalThis' : name };
}

export function memberOfGlobal(name: string, key: string | null): Value {
  if (name === 'module' && key === 'exports') return own;
  return name === 'globalThis' && key !== null
    ? ofFreeName(key)
    : { kind: 'global', name: nameOfMember(name, key) };
}
