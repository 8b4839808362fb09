import type * as t from '@babel/types';
import { declare } from './declare.ts';
import type { Enter } from './enter.ts';
import { BODY, NAME, PARAMETER, READ, TYPE } from './role.ts';
import { ScopeRecord } from './scope-record.ts';
import type { Walk } from './walk.ts';

type Method = t.ObjectMethod | t.ClassMethod | t.ClassPrivateMethod;

/** A function declaration or expression, or an arrow function. */
export const enterFunction: Enter<
  t.FunctionDeclaration | t.FunctionExpression | t.ArrowFunctionExpression
> = (walk, node, _role, scope) => {
  let outer = scope;
  if (node.type === 'FunctionDeclaration') declareFunction(walk, node, scope);
  if (node.type === 'FunctionExpression' && node.id) {
    outer = new ScopeRecord('function-name', node, scope, scope.strict || hasUseStrict(node.body));
    declare(outer, 'function-name', node.id);
  }
  if (node.type !== 'ArrowFunctionExpression') walk.go(node.id, NAME, outer);
  enterSignatureAndBody(walk, node, outer);
};

/** A method, getter, setter or constructor; its key is evaluated outside. */
export const enterMethod: Enter<Method> = (walk, node, _role, scope) => {
  walk.go(node.decorators, READ, scope);
  walk.go(node.key, node.type !== 'ClassPrivateMethod' && node.computed ? READ : NAME, scope);
  enterSignatureAndBody(walk, node, scope);
};

function declareFunction(walk: Walk, node: t.FunctionDeclaration, scope: ScopeRecord): void {
  if (!node.id) return;
  declare(scope, 'function', node.id);
  const isPlain = !node.async && !node.generator;
  if (isPlain && !scope.strict && scope.hoistTarget !== scope) {
    walk.blockFunctions.push({ id: node.id, block: scope });
  }
}

/**
 * Parameters and body share a scope, unless an expression among the parameters could see that they do: then the body
 * has one of its own (ECMA-262 §10.2.11 step 28).
 */
function enterSignatureAndBody(walk: Walk, node: t.Function, outer: ScopeRecord): void {
  const scope = new ScopeRecord('function', node, outer, outer.strict || hasUseStrict(node.body));
  walk.go(node.typeParameters, TYPE, scope);
  walk.go(node.params, PARAMETER, scope);
  if ('predicate' in node) walk.go(node.predicate, TYPE, scope);
  walk.go(node.returnType, TYPE, scope);
  if (node.body.type !== 'BlockStatement') {
    walk.go(node.body, READ, scope);
    return;
  }
  const ownScope = node.params.some(hasExpression);
  walk.go(
    node.body,
    BODY,
    ownScope ? new ScopeRecord('function-body', node.body, scope, scope.strict) : scope,
  );
}

/** ContainsExpression of a parameter (ECMA-262 §15.1.2): a default value or a computed key in it. */
function hasExpression(pattern: t.Node | null): boolean {
  switch (pattern?.type) {
    case 'AssignmentPattern':
      return true;
    case 'RestElement':
      return hasExpression(pattern.argument);
    case 'TSParameterProperty':
      return hasExpression(pattern.parameter);
    case 'ArrayPattern':
      return pattern.elements.some(hasExpression);
    case 'ObjectPattern':
      return pattern.properties.some((property) =>
        property.type === 'ObjectProperty'
          ? property.computed || hasExpression(property.value)
          : hasExpression(property),
      );
    default:
      return false;
  }
}

/** Whether a body begins with the directive; an escape in it (`'use\x20strict'`) makes it another one. */
export function hasUseStrict(
  body: { readonly directives?: readonly t.Directive[] | null } | t.Expression,
): boolean {
  return (
    'directives' in body && (body.directives?.some(({ value }) => value.value === 'use strict') ?? false)
  );
}
