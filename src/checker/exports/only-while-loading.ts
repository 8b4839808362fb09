import type * as t from '@babel/types';
import { declaredBinding } from '../../syntax/declared-binding.ts';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import { membersByKey } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { usesArguments } from './parameters.ts';
import type { Places } from './places.ts';

/**
 * Whether a function runs while the file loads, and never again: nobody else can call it.
 *
 * ```js
 * const define = (key, value) => { … };
 * define('name', 1);
 * ```
 */
export function runsOnlyWhileLoading(fn: t.Node, scan: ScanContext, places: Places): boolean {
  return isCalledForKeys(fn, scan, places) || (isUnknown(fn, scan) && isOnlyCalled(fn, scan, places));
}

/** The same for `Object.keys(_base).forEach(function (key) { … })`: `export * from './base'`, as Babel compiles it. */
export function isCalledForKeys(fn: t.Node, scan: ScanContext, places: Places): boolean {
  const call = isUnknown(fn, scan) ? parentOf(fn)! : fn;
  if (call.type !== 'CallExpression' || call.arguments[0] !== fn) return false;
  const { callee } = call;
  const isEach = callee.type === 'MemberExpression' && staticKey(callee) === 'forEach';
  return isEach && areKeys(callee.object, scan) && places.of(call).region === null;
}

/** Whether it has no name of its own, and nothing in the file tells which function runs or has called another one. */
function isUnknown(fn: t.Node, scan: ScanContext): fn is t.Function {
  if (!isFunction(fn) || fn.async || fn.generator || usesArguments(scan.scopes, fn)) return false;
  return !(fn.type === 'FunctionExpression' && fn.id) && membersByKey(scan).of('caller').length === 0;
}

function areKeys(list: t.Node, { scopes }: ScanContext): boolean {
  if (list.type !== 'CallExpression' || list.callee.type !== 'MemberExpression') return false;
  const { object } = list.callee;
  const reference = object.type === 'Identifier' ? scopes.referenceOf(object) : undefined;
  const isLanguage = reference?.name === 'Object' && reference.binding === null && !reference.dynamic;
  return isLanguage && staticKey(list.callee) === 'keys';
}

/** Whether nothing is done with its name but calling it where that happens while the file loads. */
function isOnlyCalled(fn: t.Function, scan: ScanContext, places: Places): boolean {
  const binding = bindingOf(fn, scan);
  if (binding === null || binding.scope.dynamic) return false;
  const others = binding.references.filter(({ initialises }) => !initialises);
  return others.every(({ node, dynamic }) => {
    const call = parentOf(node);
    const isCall = call?.type === 'CallExpression' && call.callee === node;
    return isCall && !dynamic && places.of(call).region === null;
  });
}

/** Not a block: in sloppy code, a function in one has two variables (ECMA-262 §B.3.2). */
function isBody(node: t.Node | null): boolean {
  return node?.type === 'Program' || (node?.type === 'BlockStatement' && isFunction(parentOf(node)!));
}

/** The variable that has a function and never gets anything else. */
function bindingOf(fn: t.Function, { scopes }: ScanContext): Binding | null {
  const parent = parentOf(fn);
  const isDeclared = fn.type === 'FunctionDeclaration' && isBody(parent);
  const isInitial = parent?.type === 'VariableDeclarator' && parent.init === fn;
  const name = isDeclared ? fn.id : isInitial ? parent.id : null;
  if (name?.type !== 'Identifier') return null;
  const binding = declaredBinding(name, scopes.scopeOf(parent!));
  return binding?.declarations.length === 1 && binding.writes.length === (isDeclared ? 0 : 1)
    ? binding
    : null;
}
