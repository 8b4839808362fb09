import type * as t from '@babel/types';
import { declare } from './declare.ts';
import { enterClass, enterField, enterStaticBlock } from './enter-class.ts';
import { enterFunction, enterMethod } from './enter-function.ts';
import {
  enterBlock,
  enterCatch,
  enterFor,
  enterForEach,
  enterIf,
  enterProgram,
  enterSwitch,
  enterWith,
} from './enter-statement.ts';
import { enterEnum, enterImportEquals, enterNamespace, enterTypeDeclaration } from './enter-type.ts';
import { hasTypeKind, isNamedEval } from './kinds.ts';
import {
  IMPORTED,
  LOOP_HEAD,
  NAME,
  READ,
  type Role,
  TAG,
  TYPE,
  TYPE_NAME,
  UPDATE,
  variableRole,
  WRITE,
} from './role.ts';
import type { ScopeRecord } from './scope-record.ts';
import { shapeOf } from './shape.ts';
import type { Walk } from './walk.ts';

/** What the walk does with a node whose children depend on more than the table of children says. */
export type Enter<N extends t.Node = t.Node> = (walk: Walk, node: N, role: Role, scope: ScopeRecord) => void;

/** Declares, or records a reference, as the role says. */
const enterIdentifier: Enter<t.Identifier> = (walk, node, role, scope) => {
  // `this` as the first parameter of a function in TypeScript or Flow is a type annotation.
  if (role.declares !== null && node.name !== 'this') declare(scope, role.declares, node);
  if (role.access !== null) walk.refer(node, role, scope);
  if (node.typeAnnotation != null || node.decorators != null) walk.children(role, scope);
};

const enterAssignment: Enter<t.AssignmentExpression> = (walk, node, _role, scope) => {
  walk.go(node.left, node.operator === '=' ? WRITE : UPDATE, scope);
  walk.go(node.right, READ, scope);
};

const enterDefault: Enter<t.AssignmentPattern> = (walk, _node, role, scope) => {
  walk.children(role.withDefault ?? role, scope);
};

const enterVariables: Enter<t.VariableDeclaration> = (walk, node, role, scope) => {
  for (const declarator of node.declarations) {
    const initialised = role === LOOP_HEAD || declarator.init != null;
    walk.go(declarator, node.declare ? TYPE_NAME : variableRole(node.kind, initialised), scope);
  }
};

/** A direct `eval` sees every variable around it, and adds to them in sloppy code. */
const enterCall: Enter<t.CallExpression> = (walk, node, role, scope) => {
  if (isNamedEval(node)) {
    for (let at: ScopeRecord | null = scope; at !== null; at = at.parent) at.dynamic = true;
    if (!scope.strict) scope.hoistTarget.extensible = true;
  }
  walk.children(role, scope);
};

const enterImport: Enter<t.ImportDeclaration> = (walk, node, role, scope) => {
  for (const specifier of node.specifiers) {
    const isType = hasTypeKind(node) || hasTypeKind(specifier);
    walk.go(specifier, isType ? TYPE_NAME : IMPORTED, scope);
  }
  walk.go(node.source, role, scope);
  walk.go(node.attributes, role, scope);
};

const enterNamedExport: Enter<t.ExportNamedDeclaration> = (walk, node, _role, scope) => {
  const local = node.source ? NAME : READ;
  walk.go(node.declaration, READ, scope);
  for (const specifier of node.specifiers) {
    const isType = hasTypeKind(node) || hasTypeKind(specifier);
    walk.go(specifier, isType ? TYPE : local, scope);
  }
  walk.go(node.source, READ, scope);
  walk.go(node.attributes, READ, scope);
};

/** `<div>` and `<my-element>` are strings to every JSX compiler; `<Foo>`, `<_x>` and the `a` of `<a.b>` are variables. */
const enterJsxName: Enter<t.JSXIdentifier> = (walk, node, role, scope) => {
  const isIntrinsic = role === TAG && /^[a-z]|-/.test(node.name);
  if (role.access !== null && !isIntrinsic && node.name !== 'this') walk.refer(node, role, scope);
};

const TABLE: { readonly [T in t.Node['type']]?: Enter<Extract<t.Node, { type: T }>> } = {
  Program: enterProgram,
  BlockStatement: enterBlock,
  IfStatement: enterIf,
  ForStatement: enterFor,
  ForInStatement: enterForEach,
  ForOfStatement: enterForEach,
  SwitchStatement: enterSwitch,
  CatchClause: enterCatch,
  WithStatement: enterWith,

  FunctionDeclaration: enterFunction,
  FunctionExpression: enterFunction,
  ArrowFunctionExpression: enterFunction,
  ObjectMethod: enterMethod,
  ClassMethod: enterMethod,
  ClassPrivateMethod: enterMethod,

  ClassDeclaration: enterClass,
  ClassExpression: enterClass,
  ClassProperty: enterField,
  ClassPrivateProperty: enterField,
  ClassAccessorProperty: enterField,
  StaticBlock: enterStaticBlock,

  AssignmentExpression: enterAssignment,
  AssignmentPattern: enterDefault,
  VariableDeclaration: enterVariables,
  CallExpression: enterCall,
  ImportDeclaration: enterImport,
  ExportNamedDeclaration: enterNamedExport,
  Identifier: enterIdentifier,
  JSXIdentifier: enterJsxName,

  EnumDeclaration: enterEnum,
  TSEnumDeclaration: enterEnum,
  TSImportEqualsDeclaration: enterImportEquals,
  TSModuleDeclaration: enterNamespace,
  DeclareClass: enterTypeDeclaration,
  DeclareFunction: enterTypeDeclaration,
  DeclareInterface: enterTypeDeclaration,
  DeclareOpaqueType: enterTypeDeclaration,
  DeclareTypeAlias: enterTypeDeclaration,
  DeclareVariable: enterTypeDeclaration,
  InterfaceDeclaration: enterTypeDeclaration,
  OpaqueType: enterTypeDeclaration,
  TSDeclareFunction: enterTypeDeclaration,
  TSInterfaceDeclaration: enterTypeDeclaration,
  TSTypeAliasDeclaration: enterTypeDeclaration,
  TypeAlias: enterTypeDeclaration,
};

/** By the index of the type's shape. */
export const ENTER: readonly (Enter | undefined)[] = byShape();

function byShape(): readonly (Enter | undefined)[] {
  const entries: (Enter | undefined)[] = [];
  for (const [type, enter] of Object.entries(TABLE)) {
    entries[shapeOf(type as t.Node['type']).index] = enter as Enter;
  }
  return Array.from(entries);
}
