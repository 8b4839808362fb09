import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import { membersByKey } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { isWriteTarget, nodesOf, rangeOf } from '../nodes.ts';
import { ownerOfThis } from '../owner.ts';
import { functionOf } from './own-functions.ts';
import { isInLoop } from './reach.ts';
import { isSloppyAt, type StrictRow } from './row.ts';

/** `function f() { return arguments.callee; }` -> `function f() { return f; }` */
export const callee: StrictRow = {
  rule: 'arguments.callee throws',
  clause: 'Annex C; §10.4.4.6 CreateUnmappedArgumentsObject',
  check(scan, report) {
    for (const member of membersByKey(scan).of('callee')) {
      if (!isOwnArguments(scan, member.object)) continue;
      if (!isSloppyAt(scan, member) || !isMapped(ownerOfThis(member))) continue;
      const name = isReadOnly(scan, member) ? nameSeenFrom(scan, member) : null;
      if (name === null) report.refuse('strict-callee', member);
      else report.mend('strict-callee-named', rangeOf(member), name);
    }
  },
};

/** Of functions whose parameters are more than names, `arguments.callee` throws in sloppy code, too (§10.2.11, step 22). */
function isMapped(owner: t.Node): boolean {
  return isFunction(owner) && owner.params.every(({ type }) => type === 'Identifier');
}

/** `f.caller`, `f.arguments`, `arguments.callee.caller` of a function of this file. */
export const functionCaller: StrictRow = {
  rule: 'caller and arguments of a strict function throw',
  clause: 'Annex C; §20.2.4, §10.2.4 AddRestrictedFunctionProperties',
  check(scan, report) {
    for (const member of membersByKey(scan).ofAny(ofFunctions)) {
      if (isSloppyAt(scan, member) && isOwnFunction(scan, member.object))
        report.refuse('strict-function-caller', member, { key: staticKey(member)! });
    }
  },
};

const ofFunctions: ReadonlySet<string> = new Set(['caller', 'arguments']);

function isOwnArguments(scan: ScanContext, node: t.Node): boolean {
  if (node.type !== 'Identifier' || node.name !== 'arguments') return false;
  return scan.scopes.referenceOf(node)?.binding?.kind === 'arguments';
}

export function isOwnFunction(scan: ScanContext, node: t.Node): boolean {
  if (node.type === 'MemberExpression')
    return isOwnArguments(scan, node.object) && staticKey(node) === 'callee';
  if (node.type !== 'Identifier') return false;
  const kind = scan.scopes.referenceOf(node)?.binding?.kind;
  const held = functionOf(scan, node);
  return kind === 'function' || kind === 'function-name' || (held !== null && isFunction(held));
}

/** A write cannot become a name, and `arguments.callee()` gives the arguments object as `this` where that is used. */
function isReadOnly(scan: ScanContext, member: t.MemberExpression): boolean {
  if (isWriteTarget(member)) return false;
  const parent = parentOf(member);
  const isMethodCall = parent?.type === 'CallExpression' && parent.callee === member;
  const owner = ownerOfThis(member);
  return !isMethodCall || !nodesOf(scan, 'ThisExpression').some((node) => ownerOfThis(node) === owner);
}

/** The name under which the function itself, and nothing else, is known at a place in its body. */
function nameSeenFrom(scan: ScanContext, place: t.Node): string | null {
  const owner = ownerOfThis(place);
  if (owner.type !== 'FunctionExpression' && owner.type !== 'FunctionDeclaration') return null;
  const id = owner.id ?? variableOf(owner);
  if (!id) return null;
  for (let scope = scan.scopes.scopeOf(place); scope !== null; scope = scope.parent!) {
    const binding = scope.bindings.get(id.name);
    if (binding === undefined) continue;
    const isOwn = binding.declarations.length === 1 && binding.declarations[0] === id;
    const isFixed = binding.references.every(({ access, initialises }) => access === 'read' || initialises);
    return isOwn && isFixed ? id.name : null;
  }
  return null;
}

/** `var f = function () {}`: its variable, set once in each call of the function around. */
function variableOf(owner: t.Node): t.Identifier | null {
  const declarator = parentOf(owner);
  if (declarator?.type !== 'VariableDeclarator' || declarator.init !== owner || isInLoop(declarator))
    return null;
  return declarator.id.type === 'Identifier' ? declarator.id : null;
}
