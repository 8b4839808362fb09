import type * as t from '@babel/types';
import { declarationOf } from '../../syntax/declaration.ts';
import { staticKey } from '../../syntax/keys.ts';
import { hasPrimitiveValue } from '../../syntax/kinds.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { functionAround } from '../owner.ts';
import { perScan } from '../per-scan.ts';
import { pureConstructors } from '../timeline/known-globals.ts';
import { allArgumentsFor } from './closed-functions.ts';

/** Whether an expression gives an object of the language that was made for it alone: a list, a map, a typed array. */
export function isBuiltinObject(scan: ScanContext, node: t.Node): boolean {
  switch (node.type) {
    case 'ArrayExpression':
    case 'RegExpLiteral':
    case 'StringLiteral':
    case 'TemplateLiteral':
      return true;
    case 'NewExpression':
      return isGlobal(scan, node.callee, (name) => name !== 'Object' && pureConstructors.has(name));
    case 'CallExpression':
      return isMadeByCall(scan, node.callee);
    default:
      return false;
  }
}

const collections: ReadonlySet<string> = new Set(['Map', 'Set']);

/** `new Set(…)`, `new Map(…)` */
export function isCollection(scan: ScanContext, node: t.Node): boolean {
  return node.type === 'NewExpression' && isGlobal(scan, node.callee, (name) => collections.has(name));
}

/** Whether an expression is sure to give a primitive value: `'text'`, `-1`, `a === b`, `Symbol('name')`. */
export function isPrimitive(scan: ScanContext, node: t.Node): boolean {
  if (hasPrimitiveValue(node)) return true;
  switch (node.type) {
    case 'AssignmentExpression':
      return node.operator === '=' && isPrimitive(scan, node.right);
    case 'CallExpression':
      return isGlobalCall(scan, node.callee, 'Symbol', 'for');
    case 'Identifier': {
      const value = constantOf(scan, node);
      return value !== null && value.type !== 'Identifier' && isPrimitive(scan, value);
    }
    default:
      return false;
  }
}

/** `name(…)`, `name.key(…)` */
function isGlobalCall(scan: ScanContext, callee: t.Node, name: string, key: string): boolean {
  const isMember = callee.type === 'MemberExpression' && staticKey(callee) === key;
  return isGlobal(scan, isMember ? callee.object : callee, (global) => global === name);
}

/** An object of the language, kept by a variable, or an object literal: by then the file may have put something on it. */
export function holdsBuiltinObject(scan: ScanContext, node: t.Node): boolean {
  if (node.type === 'ObjectExpression' || isBuiltinObject(scan, node)) return true;
  return (
    node.type === 'Identifier' &&
    forVariable(scan, node, holding, () => {
      const init = constantOf(scan, node);
      const values = init === null ? allArgumentsFor(scan, node) : [init];
      return values?.every((value) => holdsBuiltinObject(scan, value)) ?? false;
    })
  );
}

/**
 * The same, kept by a variable of which nothing but members are named, or that `Object.keys` and the like get, until the
 * function returns it.
 */
export function isKeptToItself(scan: ScanContext, node: t.Node): boolean {
  return (
    node.type === 'Identifier' &&
    forVariable(scan, node, keeping, ({ references }) => {
      const init = constantOf(scan, node);
      if (init === null || !(isBuiltinObject(scan, init) || isDescriptor(scan, init))) return false;
      return references.every(({ node: use }) => isMemberOnly(scan, use) || isReturned(scan, use, init));
    })
  );
}

/** `return name;`, of the function that made it: none that this has made itself can get at the name. */
function isReturned(scan: ScanContext, use: t.Node, made: t.Node): boolean {
  const owner = functionAround(made);
  const binding = use.type === 'Identifier' ? scan.scopes.referenceOf(use)?.binding : null;
  const isHere = binding?.references.every(({ node }) => functionAround(node) === owner) ?? false;
  return parentOf(use)?.type === 'ReturnStatement' && owner.type !== 'Program' && isHere;
}

function isMemberOnly(scan: ScanContext, use: t.Node): boolean {
  const parent = parentOf(use);
  if (parent?.type === 'MemberExpression') return parent.object === use;
  return parent?.type === 'VariableDeclarator' || (parent !== null && isCallOf(scan, parent, listing));
}

type Answers = (scan: ScanContext) => Map<Binding, boolean>;

const holding: Answers = perScan(() => new Map());
const keeping: Answers = perScan(() => new Map());

/** What is asked of a variable once; of one that holds itself, by way of others, the answer is no. */
function forVariable(
  scan: ScanContext,
  node: t.Identifier,
  answers: Answers,
  find: (binding: Binding) => boolean,
): boolean {
  const binding = scan.scopes.referenceOf(node)?.binding;
  if (!binding) return false;
  const known = answers(scan);
  if (!known.has(binding)) {
    known.set(binding, false);
    known.set(binding, find(binding));
  }
  return known.get(binding)!;
}

/** An element of what `Object.getOwnPropertyDescriptors` gave. */
function isDescriptor(scan: ScanContext, node: t.Node): boolean {
  if (node.type !== 'MemberExpression' || !isKeptToItself(scan, node.object)) return false;
  const made = node.object.type === 'Identifier' ? constantOf(scan, node.object) : null;
  return made !== null && isCallOf(scan, made, new Set(['getOwnPropertyDescriptors']));
}

const listing: ReadonlySet<string> = new Set(['entries', 'getOwnPropertyNames', 'keys']);

function isCallOf(scan: ScanContext, node: t.Node, names: ReadonlySet<string>): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const { callee } = node;
  return names.has(staticKey(callee) ?? '') && isGlobal(scan, callee.object, (name) => name === 'Object');
}

/** Methods of maps and sets that give an iterator. */
const iterating: ReadonlySet<string> = new Set(['entries', 'keys', 'values']);

/** Functions of `Object` whose results are made for the call. */
const making: ReadonlySet<string> = new Set([
  'entries',
  'getOwnPropertyDescriptor',
  'getOwnPropertyDescriptors',
  'getOwnPropertyNames',
  'getOwnPropertySymbols',
  'keys',
  'values',
]);

function isMadeByCall(scan: ScanContext, callee: t.Node): boolean {
  if (callee.type !== 'MemberExpression') return false;
  const key = staticKey(callee) ?? '';
  if (making.has(key) && isGlobal(scan, callee.object, (name) => name === 'Object')) return true;
  return iterating.has(key) && isBuiltinObject(scan, callee.object);
}

/** Whether an expression is sure to be a number. */
export function isNumber(scan: ScanContext, node: t.Node): boolean {
  switch (node.type) {
    case 'NumericLiteral':
    case 'UpdateExpression':
      return true;
    case 'BinaryExpression':
      return node.operator === '+'
        ? isNumber(scan, node.left) && isNumber(scan, node.right)
        : arithmetic.has(node.operator);
    case 'Identifier': {
      const binding = scan.scopes.referenceOf(node)?.binding;
      return binding != null && isCounter(binding);
    }
    default:
      return false;
  }
}

const arithmetic: ReadonlySet<string> = new Set(['-', '*', '/', '%', '**', '|', '&', '^', '<<', '>>', '>>>']);

/** `let i = 0`, with nothing but `i++` and the like after it. */
function isCounter({ declarations, writes }: Binding): boolean {
  const [declaration] = declarations;
  if (declarations.length !== 1 || parentOf(declaration!)?.type !== 'VariableDeclarator') return false;
  return writes.every(({ node }) => isCounting(node));
}

function isCounting(target: t.Node): boolean {
  const parent = parentOf(target);
  if (parent?.type === 'UpdateExpression') return true;
  if (parent?.type === 'VariableDeclarator') return parent.init?.type === 'NumericLiteral';
  if (parent?.type !== 'AssignmentExpression') return false;
  const isStep = parent.operator === '=' || parent.operator === '+=';
  return isStep ? parent.right.type === 'NumericLiteral' : arithmetic.has(parent.operator.slice(0, -1));
}

/** The `key` of `for (const key in object)`: always a string. */
export function isKeyOfLoop(scan: ScanContext, node: t.Node): boolean {
  const binding = node.type === 'Identifier' ? scan.scopes.referenceOf(node)?.binding : null;
  const declarator = binding?.declarations.length === 1 ? declarationOf(binding) : null;
  const declaration = declarator?.type === 'VariableDeclarator' ? parentOf(declarator) : null;
  const loop = declaration && parentOf(declaration);
  if (loop?.type !== 'ForInStatement' || loop.left !== declaration) return false;
  return binding!.writes.every(({ node: use }) => parentOf(use) === declarator);
}

/** What a variable holds from its declaration on; null where it may get something else. */
export function constantOf(scan: ScanContext, node: t.Identifier): t.Node | null {
  const binding = scan.scopes.referenceOf(node)?.binding;
  const declarator = binding?.declarations.length === 1 ? declarationOf(binding) : null;
  if (!binding || declarator?.type !== 'VariableDeclarator' || !declarator.init) return null;
  const isConstant = binding.writes.every(({ node: at }) => parentOf(at) === declarator);
  return isConstant && declarator.id === binding.declarations[0] ? declarator.init : null;
}

function isGlobal(scan: ScanContext, node: t.Node, isName: (name: string) => boolean): boolean {
  return node.type === 'Identifier' && scan.scopes.referenceOf(node)?.binding === null && isName(node.name);
}
