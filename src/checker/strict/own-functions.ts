import type * as t from '@babel/types';
import { addTo } from '../../lists.ts';
import { initOf } from '../../syntax/declaration.ts';
import { declaredBinding } from '../../syntax/declared-binding.ts';
import { isFunction } from '../../syntax/kinds.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { perScan } from '../per-scan.ts';

/** Functions of the file by the names that they go by, and what their calls hand over. */

/** The function or class of the file that an expression names, or is. */
export function functionOf(scan: ScanContext, callee: t.Node): t.Node | null {
  const node = unwrap(callee);
  if (isFunction(node) || node.type === 'ClassExpression') return node;
  const binding = node.type === 'Identifier' ? scan.scopes.referenceOf(node)?.binding : null;
  if (!binding) return null;
  const declared = declaredFunction(binding);
  if (declared !== null) return declared;
  const [value] = valuesOf(binding);
  return value !== undefined && (isFunction(value) || value.type === 'ClassExpression') ? value : null;
}

/** The function or class that a declaration, or its own name, gives to a name. */
export function declaredFunction({ declarations: [name] }: Binding): t.Node | null {
  // The arguments of a function are declared nowhere.
  if (name === undefined) return null;
  const declaration = parentOf(name);
  // The parent of a parameter is the function that gets it.
  const isOwn =
    declaration !== null && named.has(declaration.type) && 'id' in declaration && declaration.id === name;
  return isOwn ? declaration : null;
}

const named: ReadonlySet<string> = new Set(['ClassDeclaration', 'FunctionDeclaration', 'FunctionExpression']);

/** What a variable that gets no more than one value gets. */
export function valuesOf({ writes }: Binding): readonly t.Node[] {
  const init = writes.length === 1 ? initOf(writes[0]!.node) : null;
  return init === null ? [] : [unwrap(init)];
}

/** What the calls of a function by its name hand over for one of its parameters. */
export function argumentsFor(scan: ScanContext, parameter: Binding): readonly t.Node[] {
  const [declaration] = parameter.declarations;
  const owner = parentOf(declaration!);
  if (!owner || !isFunction(owner)) return [];
  const index = (owner.params as readonly t.Node[]).indexOf(declaration!);
  return callsOf(scan, owner).flatMap((call) => call.arguments[index] ?? []);
}

/** The object literal that an expression is, or that a variable gets and keeps. */
export function literalOf(scan: ScanContext, expression: t.Node): t.ObjectExpression | null {
  const node = unwrap(expression);
  const binding = node.type === 'Identifier' ? scan.scopes.referenceOf(node)?.binding : null;
  const [value] = binding ? valuesOf(binding) : [node];
  return value?.type === 'ObjectExpression' ? value : null;
}

interface HandingOver {
  readonly call: t.CallExpression;
  readonly argument: t.Node | undefined;
}

/** The calls that hand something over for a parameter; null where others than those of the file may call its function. */
export function callsHandingOver(scan: ScanContext, parameter: Binding): readonly HandingOver[] | null {
  const [declaration] = parameter.declarations;
  const owner = parentOf(declaration!);
  if (owner?.type !== 'FunctionDeclaration' || !owner.id) return null;
  const references = declaredBinding(owner.id, scan.scopes.scopeOf(owner))?.references;
  const isCalledOnly = references?.every(({ node }) => {
    const call = parentOf(node);
    return call?.type === 'CallExpression' && call.callee === node;
  });
  if (!isCalledOnly) return null;
  const index = (owner.params as readonly t.Node[]).indexOf(declaration!);
  return callsOf(scan, owner).map((call) => ({ call, argument: call.arguments[index] }));
}

/** The calls of a function by its name. */
export function callsOf(scan: ScanContext, fn: t.Function): readonly t.CallExpression[] {
  return callsByFunction(scan).get(fn) ?? [];
}

const callsByFunction = perScan((scan): ReadonlyMap<t.Node, readonly t.CallExpression[]> => {
  const calls = new Map<t.Node, t.CallExpression[]>();
  for (const call of nodesOf(scan, 'CallExpression')) {
    const fn = functionOf(scan, call.callee);
    if (fn !== null) addTo(calls, fn, call);
  }
  return calls;
});

/**
 * What a parameter surely is, where it is used, in some call of its function: arguments of a parameter that nothing is
 * assigned to, of which the function itself makes use before any branch. Parameters that are handed on are followed.
 */
export function certainArguments(
  scan: ScanContext,
  parameter: Binding,
  use: t.Node,
  seen: Set<Binding> = new Set(),
): readonly t.Node[] {
  if (seen.has(parameter) || parameter.writes.length > 0 || !isReached(use)) return [];
  seen.add(parameter);
  return argumentsFor(scan, parameter).flatMap((given) => {
    const binding = given.type === 'Identifier' ? scan.scopes.referenceOf(given)?.binding : null;
    return binding?.kind === 'parameter' ? certainArguments(scan, binding, given, seen) : given;
  });
}

/** Whether a node is reached in each call of the function around it: only plain statements come before its own. */
function isReached(node: t.Node): boolean {
  for (let at = node, parent = parentOf(at); parent !== null; at = parent, parent = parentOf(at)) {
    if (parent.type === 'BlockStatement') {
      const before = parent.body.slice(0, parent.body.indexOf(at as t.Statement) + 1);
      const owner = parentOf(parent);
      return owner !== null && isFunction(owner) && before.every(({ type }) => plain.has(type));
    }
    if (isFunction(parent) || branching.has(parent.type)) return false;
  }
  return false;
}

const plain: ReadonlySet<string> = new Set([
  'ExpressionStatement',
  'FunctionDeclaration',
  'VariableDeclaration',
]);
const branching: ReadonlySet<string> = new Set(['ConditionalExpression', 'LogicalExpression']);
