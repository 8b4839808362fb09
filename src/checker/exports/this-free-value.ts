import type * as t from '@babel/types';
import { parentOf } from '../../syntax/tree.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import type { ScanContext } from '../context.ts';

const notCallable: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'BigIntLiteral',
  'BooleanLiteral',
  'NullLiteral',
  'NumericLiteral',
  'ObjectExpression',
  'RegExpLiteral',
  'StringLiteral',
  'TemplateLiteral',
]);

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
    if (notCallable.has(node.type) || isThisFree(node)) return true;
    if (node.type === 'AssignmentExpression' && node.operator === '=') return isFree(node.right);
    if (node.type === 'UnaryExpression') return true;
    return node.type === 'Identifier' && isFreeName(node);
  }

  function isFreeName(node: t.Identifier): boolean {
    const binding = scopes.referenceOf(node)?.binding ?? null;
    if (binding === null) return node.name === 'undefined';
    const writes = binding.references.filter(({ access }) => access !== 'read');
    if (binding.declarations.length !== 1 || writes.length > 1) return false;
    const declaration = parentOf(binding.declarations[0]!);
    if (declaration === null) return false;
    if (writes.length === 0) return binding.kind === 'function' && isThisFree(declaration);
    if (declaration.type !== 'VariableDeclarator' || writes[0]!.node !== declaration.id) return false;
    return declaration.init ? isThisFree(unwrap(declaration.init)) : false;
  }
}
