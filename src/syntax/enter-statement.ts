import type * as t from '@babel/types';
import type { Enter } from './enter.ts';
import { BODY, CATCH_PARAMETER, LOOP_HEAD, READ, WRITE } from './role.ts';
import type { ScopeKind } from './scope.ts';
import { ScopeRecord } from './scope-record.ts';

export const enterProgram: Enter<t.Program> = (walk, _node, role, scope) => {
  walk.children(role, scope);
};

/** A block has a scope where it declares something; without declarations it could not be told from none. */
export const enterBlock: Enter<t.BlockStatement> = (walk, node, role, scope) => {
  const hasScope = role !== BODY && node.body.some(isLexicalDeclaration);
  walk.children(READ, hasScope ? nested('block', node, scope) : scope);
};

/** `if (x) function f() {}` reads as if there were braces around the function (Annex B.3.3). */
export const enterIf: Enter<t.IfStatement> = (walk, node, _role, scope) => {
  walk.go(node.test, READ, scope);
  for (const branch of [node.consequent, node.alternate]) {
    const isFunction = branch?.type === 'FunctionDeclaration';
    walk.go(branch, READ, isFunction ? nested('block', branch, scope) : scope);
  }
};

export const enterFor: Enter<t.ForStatement> = (walk, node, role, scope) => {
  walk.children(role, isLexicalHead(node.init) ? nested('for', node, scope) : scope);
};

/** The names of the head are in scope (but not yet initialised) for the object that is looped over, too. */
export const enterForEach: Enter<t.ForInStatement | t.ForOfStatement> = (walk, node, _role, scope) => {
  const inner = isLexicalHead(node.left) ? nested('for', node, scope) : scope;
  walk.go(node.left, node.left.type === 'VariableDeclaration' ? LOOP_HEAD : WRITE, inner);
  walk.go(node.right, READ, inner);
  walk.go(node.body, READ, inner);
};

export const enterSwitch: Enter<t.SwitchStatement> = (walk, node, _role, scope) => {
  const hasScope = node.cases.some((each) => each.consequent.some(isLexicalDeclaration));
  walk.go(node.discriminant, READ, scope);
  walk.go(node.cases, READ, hasScope ? nested('switch', node, scope) : scope);
};

export const enterCatch: Enter<t.CatchClause> = (walk, node, _role, scope) => {
  const inner = node.param ? nested('catch', node, scope) : scope;
  walk.go(node.param, CATCH_PARAMETER, inner);
  walk.go(node.body, READ, inner);
};

export const enterWith: Enter<t.WithStatement> = (walk, node, _role, scope) => {
  const inner = nested('with', node, scope);
  for (let at: ScopeRecord | null = inner; at !== null; at = at.parent) at.dynamic = true;
  walk.go(node.object, READ, scope);
  walk.go(node.body, READ, inner);
};

function nested(kind: ScopeKind, node: t.Node, parent: ScopeRecord): ScopeRecord {
  return new ScopeRecord(kind, node, parent, parent.strict);
}

function isLexicalHead(head: t.Node | null | undefined): boolean {
  return head?.type === 'VariableDeclaration' && head.kind !== 'var';
}

const LEXICAL = new Set<string>([
  'FunctionDeclaration',
  'ClassDeclaration',
  'TSEnumDeclaration',
  'EnumDeclaration',
  'TSDeclareFunction',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'TypeAlias',
  'OpaqueType',
  'InterfaceDeclaration',
]);

/** Whether a statement declares a name for the block that it stands in; a label in front changes nothing. */
function isLexicalDeclaration(statement: t.Statement): boolean {
  let at = statement;
  while (at.type === 'LabeledStatement') at = at.body;
  return LEXICAL.has(at.type) || isLexicalHead(at);
}
