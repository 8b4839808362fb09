import type * as t from '@babel/types';
import { declare } from './declare.ts';
import type { Enter } from './enter.ts';
import { BODY, NAME, READ, TYPE } from './role.ts';
import { ScopeRecord } from './scope-record.ts';

/** A declaration that has no value: its name is taken, but nothing at run time refers to it. */
export const enterTypeDeclaration: Enter = (walk, node, _role, scope) => {
  const { id } = node as t.TSInterfaceDeclaration | t.TSDeclareFunction;
  if (id?.type === 'Identifier') declare(scope, 'type', id);
  walk.children(TYPE, scope);
};

/** The members of a TypeScript enum can be named in the initialisers of later ones. */
export const enterEnum: Enter<t.EnumDeclaration | t.TSEnumDeclaration> = (walk, node, role, scope) => {
  if ('declare' in node && node.declare) {
    enterTypeDeclaration(walk, node, role, scope);
    return;
  }
  declare(scope, 'const', node.id);
  if (node.type === 'EnumDeclaration') {
    walk.children(role, scope);
    return;
  }
  const inner = new ScopeRecord('block', node, scope, scope.strict);
  for (const { id } of node.members) if (id.type === 'Identifier') declare(inner, 'const', id);
  walk.go(node.id, NAME, scope);
  walk.go(node.members, READ, inner);
};

export const enterImportEquals: Enter<t.TSImportEqualsDeclaration> = (walk, node, _role, scope) => {
  declare(scope, node.importKind === 'type' ? 'type' : 'import', node.id);
  walk.go(node.id, NAME, scope);
  walk.go(node.moduleReference, READ, scope);
};

/** A namespace compiles to a function; `namespace A.B {}` is one inside the other. */
export const enterNamespace: Enter<t.TSModuleDeclaration> = (walk, node, role, scope) => {
  if (node.declare || node.global || node.id.type === 'StringLiteral') {
    enterTypeDeclaration(walk, node, role, scope);
    return;
  }
  declare(scope, 'var', node.id);
  walk.go(node.id, NAME, scope);
  walk.go(node.body, BODY, new ScopeRecord('function', node.body, scope, scope.strict));
};
