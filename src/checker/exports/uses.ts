import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import { isPlainSequence } from '../../syntax/wrapping.ts';
import { functionCalledBy } from './call-in-place.ts';
import type { Places } from './places.ts';
import { isCast } from './roles.ts';

/** One thing that happens to the value of an expression. */
export type Use =
  /** `value.key`; `member` is that expression. */
  | { readonly kind: 'member'; readonly key: string; readonly member: t.Node }
  | { readonly kind: 'computed'; readonly member: t.Node }
  /** Bound or assigned to a name or to a pattern. */
  | {
      readonly kind: 'bind';
      readonly target: t.Identifier;
      readonly by: t.VariableDeclarator | t.AssignmentExpression;
    }
  | {
      readonly kind: 'destructure';
      readonly pattern: t.ObjectPattern;
      readonly by: t.VariableDeclarator | t.AssignmentExpression;
    }
  /** Assigned to a property, or to a pattern that is none of objects. */
  | {
      readonly kind: 'store';
      readonly target: t.Node;
      readonly by: t.VariableDeclarator | t.AssignmentExpression;
    }
  /** Argument, or `this`, of a function that is called on the spot. */
  | {
      readonly kind: 'argument';
      readonly fn: t.Function;
      readonly parameter: t.Node | null;
      readonly argument: t.Node;
    }
  | { readonly kind: 'this'; readonly fn: t.Function; readonly argument: t.Node }
  /** Argument of a call of any other function. */
  | { readonly kind: 'passed'; readonly call: t.CallExpression; readonly index: number; readonly at: t.Node }
  /** Only type or truthiness counts; `expression` then always gives `result`. */
  | { readonly kind: 'test'; readonly expression: t.Node; readonly result: string; readonly typeof: boolean }
  | { readonly kind: 'compare'; readonly expression: t.BinaryExpression; readonly at: t.Node }
  | { readonly kind: 'nothing'; readonly statement: t.Node }
  /** In a statement that a compiler put there: see `headerOf`. */
  | { readonly kind: 'compiled'; readonly statement: t.Node }
  | { readonly kind: 'escape'; readonly at: t.Node };

/**
 * Follows the value of an expression to everything that happens to it. The value is taken to be an object, so that
 * `value || other` is the value. An assignment hands it on: in `a = b = value` there are two uses. Code that is dead in
 * CommonJS must not be asked about.
 */
export function usesOf(node: t.Node, places: Places): readonly Use[] {
  const uses: Use[] = [];
  let at: t.Node | null = node;
  while (at !== null) at = follow(at, uses, places);
  return uses;
}

/** Adds the use that the parent makes. @returns the expression that has the same value, to be followed next. */
function follow(at: t.Node, uses: Use[], places: Places): t.Node | null {
  const parent = parentOf(at);
  if (parent === null) return null;
  if (isCast(parent)) return parent;
  switch (parent.type) {
    case 'ExpressionStatement':
      uses.push({ kind: 'nothing', statement: parent });
      return null;
    case 'MemberExpression':
      uses.push(memberUse(parent, at));
      return null;
    case 'AssignmentExpression':
      if (parent.right !== at || parent.operator !== '=') break;
      uses.push(targetUse(parent.left, parent));
      return parent;
    case 'VariableDeclarator':
      uses.push(targetUse(parent.id, parent));
      return null;
    case 'SequenceExpression':
      if (isPlainSequence(parent, at)) return parent;
      if (parent.expressions.at(-1) === at) break;
      uses.push(unused(at));
      return null;
    case 'LogicalExpression':
      if (parent.left !== at) {
        if (places.decided(parent.left) === null) break;
        return parent;
      }
      if (parent.operator !== '&&') return parent;
      uses.push(truthy(at));
      return null;
    case 'ConditionalExpression':
      if (parent.test === at) uses.push(truthy(at));
      else if (places.decided(parent.test) !== null) return parent;
      else break;
      return null;
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'IfStatement':
    case 'WhileStatement':
      if (parent.test !== at) break;
      uses.push(truthy(at));
      return null;
    case 'UnaryExpression':
      uses.push(unaryUse(parent, at));
      return null;
    case 'BinaryExpression':
      uses.push({ kind: 'compare', expression: parent, at });
      return null;
    case 'CallExpression':
      if (parent.callee === at) break;
      uses.push(argumentUse(parent, at, places));
      return null;
  }
  uses.push({ kind: 'escape', at });
  return null;
}

function memberUse(member: t.MemberExpression, at: t.Node): Use {
  if (member.object !== at) return { kind: 'escape', at };
  const key = staticKey(member);
  return key === null ? { kind: 'computed', member } : { kind: 'member', key, member };
}

function targetUse(target: t.Node, by: t.VariableDeclarator | t.AssignmentExpression): Use {
  if (target.type === 'Identifier') return { kind: 'bind', target, by };
  if (target.type === 'ObjectPattern') return { kind: 'destructure', pattern: target, by };
  return { kind: 'store', target, by };
}

function truthy(expression: t.Node): Use {
  return { kind: 'test', expression, result: 'true', typeof: false };
}

function unused(expression: t.Node): Use {
  return { kind: 'test', expression, result: '0', typeof: false };
}

function unaryUse(parent: t.UnaryExpression, at: t.Node): Use {
  switch (parent.operator) {
    case 'typeof':
      return { kind: 'test', expression: parent, result: "'object'", typeof: true };
    case '!':
      return { kind: 'test', expression: parent, result: 'false', typeof: false };
    case 'void':
      return unused(at);
    default:
      return { kind: 'escape', at };
  }
}

function argumentUse(call: t.CallExpression, at: t.Node, places: Places): Use {
  const called = functionCalledBy(call);
  const index = (call.arguments as readonly t.Node[]).indexOf(at);
  if (called === null || !places.runsInPlace(called.fn)) return { kind: 'passed', call, index, at };
  if (at === called.thisArgument) return { kind: 'this', fn: called.fn, argument: at };
  const position = called.passed?.indexOf(at) ?? -1;
  const before = called.passed?.slice(0, position) ?? [];
  if (position < 0 || before.some(({ type }) => type === 'SpreadElement')) return { kind: 'escape', at };
  return { kind: 'argument', fn: called.fn, parameter: called.fn.params[position] ?? null, argument: at };
}
