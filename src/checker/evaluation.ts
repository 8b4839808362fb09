import type * as t from '@babel/types';
import type { Scopes } from '../syntax/analyse.ts';
import { staticKey } from '../syntax/keys.ts';
import { isFunction, parentOf } from '../syntax/tree.ts';
import type { ScanContext } from './context.ts';
import { nodesOf } from './nodes.ts';
import { calleeReads, functionAround, isField, isInside, ownerOfThis } from './owner.ts';

/** When a node is evaluated while the file loads: at its place, perhaps, or later. */
export interface Evaluation {
  /** Inside a function (or instance field) that may run later than the place where it stands. */
  readonly deferred: boolean;
  /** In a branch, loop or `try`, after `&&`, `?.` or a possible `return`: it may not happen, or more than once. */
  readonly conditional: boolean;
  /** In a `try` block whose handler catches what goes wrong here. */
  readonly guarded: boolean;
  /** Directly in an async function: `await` may be written here. */
  readonly asyncFunction: boolean;
  /** The program-body statement in which it stands. */
  readonly statement: t.Node;
}

/**
 * The children of a node that are evaluated whenever, and as often as, the node is; every other child of these nodes
 * may be left out or repeated. Nodes that are not listed evaluate all of their children.
 */
const certainChildren: Readonly<Partial<Record<t.Node['type'], readonly string[]>>> = {
  AssignmentPattern: ['left'],
  ConditionalExpression: ['test'],
  DoWhileStatement: [],
  ForInStatement: ['right'],
  ForOfStatement: ['right'],
  ForStatement: ['init'],
  IfStatement: ['test'],
  LogicalExpression: ['left'],
  OptionalCallExpression: ['callee'],
  OptionalMemberExpression: ['object'],
  SwitchStatement: ['discriminant'],
  TryStatement: ['finalizer'],
  WhileStatement: [],
  WithStatement: ['object'],
};

const shortCircuit = new Set(['&&=', '||=', '??=']);

/**
 * @returns a function that tells when a node is evaluated. A function expression that is called on the spot, once, is
 *   taken as part of the code around it.
 */
export function evaluator(context: ScanContext): (node: t.Node) => Evaluation {
  const exits = firstExits(context);
  const repeated = selfCalled(context.scopes);

  return (node) => {
    const found = { deferred: false, conditional: false, guarded: false };
    let asyncFunction: boolean | null = null;
    let child = node;
    for (let parent = parentOf(child); parent !== null; child = parent, parent = parentOf(child)) {
      if (parent.type === 'Program') break;
      if (isFunction(parent)) {
        if (!isInside(parent, child)) continue;
        asyncFunction ??= parent.async === true;
        if (!found.deferred && runsOnTheSpot(parent) && !repeated.has(parent)) {
          if (child !== parent.body || leftBefore(parent, node)) found.conditional = true;
        } else {
          found.deferred = true;
        }
      } else if (isField(parent) && child === parent.value) {
        asyncFunction ??= false;
        if (!parent.static) found.deferred = true;
      } else if (parent.type === 'StaticBlock') {
        asyncFunction ??= false;
      } else if (parent.type === 'LabeledStatement') {
        if (leftBefore(parent, node)) found.conditional = true;
      } else if (mayBeLeftOut(parent, child)) {
        found.conditional = true;
        // A handler around a function does not catch what the function throws when it is called later.
        if (isGuard(parent, child) && !found.deferred) found.guarded = true;
      }
    }
    const program = parentOf(child);
    if (program !== null && leftBefore(program, node)) found.conditional = true;
    return { ...found, asyncFunction: asyncFunction ?? false, statement: child };
  };

  function leftBefore(owner: t.Node, node: t.Node): boolean {
    const exit = exits.get(owner);
    return exit !== undefined && exit < node.start!;
  }
}

function mayBeLeftOut(parent: t.Node, child: t.Node): boolean {
  if (parent.type === 'AssignmentExpression') {
    return shortCircuit.has(parent.operator) && child === parent.right;
  }
  const certain = certainChildren[parent.type];
  return certain !== undefined && !certain.some((key) => Reflect.get(parent, key) === child);
}

function isGuard(parent: t.Node, child: t.Node): boolean {
  return parent.type === 'TryStatement' && parent.handler !== null && child === parent.block;
}

/** `(function () {})()`, `(() => {})()`, `(function () {}).call(this)`, `new function () {}`. */
function runsOnTheSpot(fn: t.Function): boolean {
  if (fn.type !== 'FunctionExpression' && fn.type !== 'ArrowFunctionExpression') return false;
  if (fn.async || fn.generator) return false;
  const parent = parentOf(fn);
  if (parent?.type === 'CallExpression' || parent?.type === 'NewExpression') return parent.callee === fn;
  if (parent?.type !== 'MemberExpression' || parent.object !== fn) return false;
  const key = staticKey(parent);
  const call = parentOf(parent);
  return (key === 'call' || key === 'apply') && call?.type === 'CallExpression' && call.callee === parent;
}

/** For each function, the program and each labelled statement: where it may first be left early. */
function firstExits(context: ScanContext): ReadonlyMap<t.Node, number> {
  const exits = new Map<t.Node, number>();
  const note = (owner: t.Node | null, exit: t.Node): void => {
    if (owner !== null && !(exits.get(owner)! <= exit.start!)) exits.set(owner, exit.start!);
  };
  for (const node of nodesOf(context, 'ReturnStatement')) note(functionAround(node), node);
  for (const node of nodesOf(context, 'BreakStatement')) {
    if (node.label) note(labelled(node, node.label.name), node);
  }
  return exits;
}

function labelled(node: t.Node, label: string): t.Node | null {
  let parent = parentOf(node);
  while (parent !== null && !(parent.type === 'LabeledStatement' && parent.label.name === label)) {
    parent = parentOf(parent);
  }
  return parent;
}

/** Function expressions that may call themselves, by name or by `arguments.callee`. */
function selfCalled(scopes: Scopes): ReadonlySet<t.Node> {
  const functions = new Set<t.Node>();
  for (const reference of scopes.references) {
    if (reference.binding?.kind === 'function-name') functions.add(reference.binding.scope.node);
  }
  for (const node of calleeReads(scopes)) functions.add(ownerOfThis(node));
  return functions;
}
