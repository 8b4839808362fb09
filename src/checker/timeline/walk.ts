import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { eachChild, isFunction } from '../../syntax/tree.ts';
import { performCall } from './calls.ts';
import type { LoadEvent } from './event.ts';
import { effect, isSharedRead, writeTo } from './judge.ts';
import type { Summaries } from './summaries.ts';
import type { Value } from './value.ts';

/** Evaluates code in the order in which the engine would, without values, and notes what happens. */
export class Walk {
  readonly events: LoadEvent[] = [];
  readonly #summaries: Summaries;

  constructor(summaries: Summaries) {
    this.#summaries = summaries;
  }

  visit(node: t.Node | null | undefined): void {
    if (!node) return;
    const rule = rules[node.type] as ((walk: Walk, node: t.Node) => void) | undefined;
    if (rule) rule(this, node);
    else eachChild(node, (child) => this.visit(child));
  }

  visitAll(nodes: readonly (t.Node | null)[]): void {
    for (const node of nodes) this.visit(node);
  }

  add(events: readonly LoadEvent[]): void {
    for (const event of events) this.events.push(event);
  }

  /** What was thrown since is caught. */
  catchFrom(start: number): void {
    const thrown = (event: LoadEvent): boolean => event.kind === 'effect' && event.effect.kind === 'throw';
    this.events.push(...this.events.splice(start).filter((event) => !thrown(event)));
  }

  call(node: t.CallExpression | t.OptionalCallExpression | t.NewExpression): void {
    this.add(performCall(this.#summaries, node));
  }

  /** Evaluates an assignment target, and later tells what the assignment does. */
  target(node: t.Node): void {
    switch (node.type) {
      case 'Identifier':
        this.add(this.#assign(node));
        return;
      case 'MemberExpression':
        this.memberTarget(node);
        this.add(this.write(node, node));
        return;
      case 'AssignmentPattern':
        this.visit(node.right);
        this.target(node.left);
        return;
      case 'RestElement':
        this.target(node.argument);
        return;
      case 'ArrayPattern':
        for (const element of node.elements) if (element) this.target(element);
        return;
      case 'ObjectPattern':
        for (const property of node.properties) this.#propertyTarget(property);
        return;
      case 'VariableDeclaration':
        for (const { id } of node.declarations) this.target(id);
        return;
      default:
        this.visit(node);
    }
  }

  /** Evaluates the object and key of `object.key = …`; of a global path no more is read than that it is there. */
  memberTarget(node: t.MemberExpression | t.OptionalMemberExpression): void {
    if (!this.isGlobal(node.object)) this.visit(node.object);
    if (node.computed) this.visit(node.property);
  }

  #propertyTarget(property: t.ObjectProperty | t.RestElement): void {
    if (property.type === 'ObjectProperty' && property.computed) this.visit(property.key);
    this.target(property.type === 'ObjectProperty' ? property.value : property);
  }

  #assign(node: t.Identifier): readonly LoadEvent[] {
    return this.#summaries.values.isGlobalVariable(node) ? writeTo(globalObject, node.name, node) : [];
  }

  /** The write to `object.key` that `place` makes. */
  write(member: t.MemberExpression | t.OptionalMemberExpression, place: t.Node): readonly LoadEvent[] {
    return writeTo(this.#summaries.values.of(member.object), staticKey(member), place);
  }

  read(node: t.Identifier | t.MemberExpression | t.OptionalMemberExpression): void {
    const value = this.#summaries.values.of(node);
    if (value.kind !== 'global' || !isSharedRead(value.name)) return;
    this.events.push({ kind: 'read', name: value.name, node });
  }

  /** Visits one of two branches where the file's being CommonJS decides, else both. */
  branch(test: t.Node, whenTrue: t.Node | null | undefined, whenFalse: t.Node | null | undefined): void {
    const truth = this.#summaries.values.truthOf(test);
    if (truth !== false) this.visit(whenTrue);
    if (truth !== true) this.visit(whenFalse);
  }

  isGlobal(node: t.Node): boolean {
    return this.#summaries.values.of(node).kind === 'global';
  }
}

const globalObject: Value = { kind: 'global', name: 'globalThis' };

type Rules = {
  readonly [Type in t.Node['type']]?: (walk: Walk, node: Extract<t.Node, { type: Type }>) => void;
};

const nothing = (): void => {};

const call = (walk: Walk, node: t.CallExpression | t.OptionalCallExpression | t.NewExpression): void => {
  if (node.callee.type !== 'Super') walk.visit(node.callee);
  walk.visitAll(node.arguments);
  walk.call(node);
};

const member = (walk: Walk, node: t.MemberExpression | t.OptionalMemberExpression): void => {
  walk.memberTarget(node);
  if (walk.isGlobal(node.object)) walk.read(node);
};

const method = (walk: Walk, node: t.ObjectMethod | t.ClassMethod | t.ClassPrivateMethod): void => {
  decorators(walk, node);
  if ('computed' in node && node.computed) walk.visit(node.key);
};

const field = (
  walk: Walk,
  node: t.ClassProperty | t.ClassPrivateProperty | t.ClassAccessorProperty,
): void => {
  decorators(walk, node);
  if ('computed' in node && node.computed) walk.visit(node.key);
  if (node.static) walk.visit(node.value);
};

const classRule = (walk: Walk, node: t.ClassDeclaration | t.ClassExpression): void => {
  decorators(walk, node);
  walk.visit(node.superClass);
  walk.visitAll(node.body.body);
};

function decorators(walk: Walk, node: { decorators?: t.Decorator[] | null | undefined }): void {
  for (const decorator of node.decorators ?? []) {
    walk.visit(decorator.expression);
    walk.add([effect('call', decorator)]);
  }
}

const after = (kind: 'other' | 'throw') => (walk: Walk, node: t.Node) => {
  eachChild(node, (child) => walk.visit(child));
  walk.add([effect(kind, node)]);
};

const label = (walk: Walk, node: t.LabeledStatement): void => walk.visit(node.body);

/** The nodes that are more than the sum of their children in source order. */
const rules: Rules = {
  ArrowFunctionExpression: nothing,
  FunctionDeclaration: nothing,
  FunctionExpression: nothing,
  ObjectMethod: method,
  ClassMethod: method,
  ClassPrivateMethod: method,
  ClassProperty: field,
  ClassPrivateProperty: field,
  ClassAccessorProperty: field,
  ClassDeclaration: classRule,
  ClassExpression: classRule,
  BreakStatement: nothing,
  ContinueStatement: nothing,
  MetaProperty: nothing,
  LabeledStatement: label,
  Identifier: (walk, node) => walk.read(node),
  MemberExpression: member,
  OptionalMemberExpression: member,
  ObjectProperty(walk, node) {
    if (node.computed) walk.visit(node.key);
    walk.visit(node.value);
  },
  BinaryExpression: leftSpine,
  IfStatement(walk, node) {
    walk.visit(node.test);
    walk.branch(node.test, node.consequent, node.alternate);
  },
  ConditionalExpression(walk, node) {
    walk.visit(node.test);
    walk.branch(node.test, node.consequent, node.alternate);
  },
  LogicalExpression(walk, node) {
    walk.visit(node.left);
    if (node.operator === '&&') walk.branch(node.left, node.right, null);
    else if (node.operator === '||') walk.branch(node.left, null, node.right);
    else walk.visit(node.right);
  },
  CallExpression: call,
  OptionalCallExpression: call,
  NewExpression: call,
  TaggedTemplateExpression(walk, node) {
    walk.visit(node.tag);
    walk.visitAll(node.quasi.expressions);
    if (!isStringRaw(node.tag)) walk.add([effect('call', node)]);
  },
  AssignmentExpression(walk, node) {
    if (node.left.type === 'MemberExpression') {
      walk.memberTarget(node.left);
      walk.visit(node.right);
      walk.add(walk.write(node.left, node));
    } else {
      walk.visit(node.right);
      walk.target(node.left);
    }
  },
  UpdateExpression: (walk, node) => walk.target(node.argument),
  UnaryExpression(walk, node) {
    const { argument } = node;
    if (node.operator !== 'delete') {
      walk.visit(argument);
    } else if (argument.type === 'MemberExpression' || argument.type === 'OptionalMemberExpression') {
      walk.memberTarget(argument);
      walk.add(walk.write(argument, node));
    } else {
      walk.target(argument);
    }
  },
  VariableDeclarator(walk, node) {
    walk.visit(node.init);
    if (node.id.type !== 'Identifier') walk.target(node.id);
  },
  ForInStatement(walk, node) {
    walk.visit(node.right);
    walk.target(node.left);
    walk.visit(node.body);
  },
  ForOfStatement(walk, node) {
    walk.visit(node.right);
    if (node.await) walk.add([effect('other', node)]);
    walk.target(node.left);
    walk.visit(node.body);
  },
  CatchClause(walk, node) {
    walk.visit(node.body);
  },
  TryStatement(walk, node) {
    const before = walk.events.length;
    walk.visit(node.block);
    if (node.handler) walk.catchFrom(before);
    walk.visit(node.handler);
    walk.visit(node.finalizer);
  },
  ThrowStatement: after('throw'),
  AwaitExpression: after('other'),
  YieldExpression: after('other'),
  ImportExpression: after('other'),
  JSXElement: after('other'),
  JSXFragment: after('other'),
  ImportDeclaration: nothing,
  ExportSpecifier: nothing,
  ExportAllDeclaration: nothing,
};

/** `a + b + c + …` by the thousand leans to the left; so it is taken apart without recursion. */
function leftSpine(walk: Walk, node: t.BinaryExpression): void {
  const rights: t.Node[] = [];
  let at: t.Node = node;
  for (; at.type === 'BinaryExpression'; at = at.left) rights.push(at.right);
  walk.visit(at);
  for (const right of rights.reverse()) walk.visit(right);
}

function isStringRaw(tag: t.Node): boolean {
  return tag.type === 'MemberExpression' && tag.object.type === 'Identifier' && tag.object.name === 'String';
}

/** The parts of a function that run when it is called. */
export function visitCalled(walk: Walk, node: t.Function | t.Class): void {
  if (isFunction(node)) {
    for (const parameter of node.params) if (parameter.type !== 'Identifier') walk.target(parameter);
    walk.visit(node.body);
    return;
  }
  for (const element of node.body.body) {
    if (element.type === 'ClassMethod' && element.kind === 'constructor') visitCalled(walk, element);
    else if (
      (element.type === 'ClassProperty' || element.type === 'ClassPrivateProperty') &&
      !element.static
    ) {
      walk.visit(element.value);
    }
  }
}
