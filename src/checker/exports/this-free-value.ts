import type * as t from '@babel/types';
import { declarationOf } from '../../syntax/declaration.ts';
import { staticKey } from '../../syntax/keys.ts';
import { isLiteral } from '../../syntax/kinds.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import type { ScanContext } from '../context.ts';

/** Objects of the language and of Node whose functions do not look at `this`: they are bound, or no methods at all. */
const namespaces: ReadonlySet<string> = new Set(['JSON', 'Math', 'Number', 'Object', 'Reflect', 'console']);
const modulesWithoutThis: ReadonlySet<string> = new Set(['os', 'path', 'util']);

/** `(function () {}).bind(object)` */
function isBound({ callee, arguments: list }: t.CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || staticKey(callee) !== 'bind' || list.length === 0) return false;
  return callee.object.type === 'FunctionExpression';
}

/**
 * @returns a function that tells whether it makes no difference to an expression's value as what it is called: a
 *   function that does not look at `this`, a name of one, or something that cannot be called.
 */
export function thisFreeValues({ scopes }: ScanContext, isThisFree: (fn: t.Node) => boolean) {
  const known = new Map<t.Node, boolean>();
  return isFree;

  function isFree(value: t.Node): boolean {
    const before = known.get(value);
    if (before !== undefined) return before;
    const answer = judge(unwrap(value));
    known.set(value, answer);
    return answer;
  }

  function judge(node: t.Node): boolean {
    if (isLiteral(node) || isThisFree(node)) return true;
    if (node.type === 'AssignmentExpression' && node.operator === '=') return isFree(node.right);
    if (node.type === 'UnaryExpression') return true;
    if (node.type === 'MemberExpression') return isMethodWithoutThis(node);
    if (node.type === 'CallExpression') return isBound(node);
    return node.type === 'Identifier' && isFreeName(node);
  }

  /** `console.log`, `Object.keys`, `require('path').join` */
  function isMethodWithoutThis({ object }: t.MemberExpression): boolean {
    if (object.type === 'CallExpression') return modulesWithoutThis.has(requiredBy(object) ?? '');
    if (object.type !== 'Identifier') return false;
    return namespaces.has(object.name) && scopes.referenceOf(object)?.binding === null;
  }

  function requiredBy({ callee, arguments: [specifier] }: t.CallExpression): string | null {
    if (callee.type !== 'Identifier' || callee.name !== 'require') return null;
    if (scopes.referenceOf(callee)?.binding !== null || specifier?.type !== 'StringLiteral') return null;
    return specifier.value.replace(/^node:/, '');
  }

  function isFreeName(node: t.Identifier): boolean {
    const binding = scopes.referenceOf(node)?.binding ?? null;
    if (binding === null) return node.name === 'undefined';
    const writes = binding.writes;
    if (binding.declarations.length !== 1 || writes.length > 1) return false;
    const declaration = declarationOf(binding);
    if (declaration === null) return false;
    if (writes.length === 0) return binding.kind === 'function' && isThisFree(declaration);
    if (declaration.type !== 'VariableDeclarator' || writes[0]!.node !== declaration.id) return false;
    return declaration.init ? isThisFree(unwrap(declaration.init)) : false;
  }
}
