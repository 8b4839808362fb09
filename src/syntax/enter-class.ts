import type * as t from '@babel/types';
import { declare } from './declare.ts';
import type { Enter } from './enter.ts';
import type { Field } from './kinds.ts';
import { BODY, NAME, READ, TYPE } from './role.ts';
import { ScopeRecord } from './scope-record.ts';

/**
 * A class has a scope, always strict, around its heritage and body. Its name is bound there, and for a declaration
 * outside as well; the two are different variables (ECMA-262 §15.7.14). Decorators are evaluated outside.
 */
export const enterClass: Enter<t.ClassDeclaration | t.ClassExpression> = (walk, node, _role, scope) => {
  if (node.type === 'ClassDeclaration' && node.declare) {
    if (node.id) declare(scope, 'type', node.id);
    walk.children(TYPE, scope);
    return;
  }
  const inner = new ScopeRecord('class', node, scope, true);
  if (node.id) {
    if (node.type === 'ClassDeclaration') declare(scope, 'class', node.id);
    declare(inner, 'class-name', node.id);
  }
  walk.go(node.decorators, READ, scope);
  walk.go(node.id, NAME, scope);
  walk.go(node.typeParameters, TYPE, inner);
  walk.go(node.superClass, READ, inner);
  walk.go(node.superTypeParameters, TYPE, inner);
  walk.go('mixins' in node ? node.mixins : null, TYPE, inner);
  walk.go(node.implements, TYPE, inner);
  walk.go(node.body, READ, inner);
};

/** A field's initialiser runs like a method's body, once for each object; its key only once, with the class. */
export const enterField: Enter<Field> = (walk, node, _role, scope) => {
  walk.go(node.decorators, READ, scope);
  walk.go('variance' in node ? node.variance : null, TYPE, scope);
  walk.go(node.key, 'computed' in node && node.computed ? READ : NAME, scope);
  walk.go(node.typeAnnotation, TYPE, scope);
  if (node.value) walk.go(node.value, READ, new ScopeRecord('class-field', node.value, scope, true));
};

export const enterStaticBlock: Enter<t.StaticBlock> = (walk, node, _role, scope) => {
  walk.go(node.body, BODY, new ScopeRecord('class-static-block', node, scope, true));
};
