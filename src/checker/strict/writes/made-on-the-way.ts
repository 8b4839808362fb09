import type * as t from '@babel/types';
import { initOf } from '../../../syntax/declaration.ts';
import { staticKey } from '../../../syntax/keys.ts';
import { isClass } from '../../../syntax/kinds.ts';
import { ancestorsOf, parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import type { ScanContext } from '../../context.ts';
import { nodesOf, textOf } from '../../nodes.ts';
import type { Origin } from '../../origins/origin.ts';
import { callsOfFile, originsOf } from '../../origins/origins.ts';
import { mayRunOnTheWay } from '../../origins/running.ts';
import { functionAround } from '../../owner.ts';

/**
 * Whether something may have closed an object when control gets to the place where it is used. What is made anew each time that
 * control comes by there is closed by nothing that ran before.
 */
export function mayBeClosedBefore(scan: ScanContext, origin: Origin, closing: t.Node, use: t.Node): boolean {
  const since = madeSince(scan, origin, use);
  return since === null || mayRunOnTheWay(scan, closing, use, since);
}

/** The block, function or program that all objects which an origin stands for at that place are made by; null where some may be older. */
function madeSince(scan: ScanContext, origin: Origin, use: t.Node): t.Node | null {
  const owner = functionAround(use);
  const isMade = maker(scan, use, owner) === origin.node && !isReceiverAgain(scan, origin, owner);
  if (isMade && use.type === 'Identifier' && isDeclared(scan, use)) return blockAround(origin.node) ?? owner;
  return isMade || owner.type === 'Program' ? owner : null;
}

/** The one expression of a function that surely made what another one of it denotes, or the function, for its `this`. */
function maker(scan: ScanContext, expression: t.Node, owner: t.Node): t.Node | null {
  switch (expression.type) {
    case 'ThisExpression':
      return makerOfThis(expression, owner);
    case 'Identifier': {
      const { writes = [] } = scan.scopes.referenceOf(expression)?.binding ?? {};
      const value = writes.length === 1 ? initOf(writes[0]!.node) : null;
      return value && functionAround(value) === owner ? unwrap(value) : null;
    }
    case 'MemberExpression':
      return makerOfMember(scan, expression, owner);
    default:
      return null;
  }
}

function makerOfThis(expression: t.ThisExpression, owner: t.Node): t.Node | null {
  if (functionAround(expression) !== owner) return null;
  if (owner.type === 'FunctionDeclaration' || owner.type === 'FunctionExpression') return owner;
  const made =
    owner.type === 'ClassMethod' && owner.kind === 'constructor' ? parentOf(parentOf(owner)!) : null;
  return made && isClass(made) && !made.superClass ? made : null;
}

/** Of what it is put into once, by the literal or a single assignment. */
function makerOfMember(scan: ScanContext, member: t.MemberExpression, owner: t.Node): t.Node | null {
  const holder = maker(scan, member.object, owner);
  const key = staticKey(member);
  if (holder === null || key === null) return null;
  const first = holder.type === 'ObjectExpression' ? holder.properties : [];
  const text = textOf(scan, member);
  const given = [
    ...first.flatMap((property) =>
      property.type === 'ObjectProperty' && staticKey(property) === key ? [property.value] : [],
    ),
    ...nodesOf(scan, 'AssignmentExpression').flatMap(({ left, right }) =>
      left.type === 'MemberExpression' && staticKey(left) === key && textOf(scan, left) === text
        ? [right]
        : [],
    ),
  ];
  return given.length === 1 && functionAround(given[0]!) === owner ? unwrap(given[0]!) : null;
}

/** `Point.call(point)`: whether what a constructor made may be its receiver once more. */
function isReceiverAgain(scan: ScanContext, origin: Origin, owner: t.Node): boolean {
  if (origin.kind !== 'instance') return false;
  return [...callsOfFile(scan).called].some(
    ([call, fns]) =>
      call.type === 'CallExpression' &&
      fns.has(owner) &&
      receiversOf(call).some((receiver) => originsOf(scan, receiver).has(origin)),
  );
}

function receiversOf({ callee, arguments: given }: t.CallExpression): readonly t.Node[] {
  return callee.type === 'MemberExpression' ? [callee.object, ...given.slice(0, 1)] : [];
}

/** By `const` or `let`, which have a variable for each time that control gets into their block. */
function isDeclared(scan: ScanContext, name: t.Identifier): boolean {
  const binding = scan.scopes.referenceOf(name)?.binding;
  return (
    binding?.kind === 'const' ||
    (binding?.kind === 'let' && parentOf(binding.writes[0]!.node)?.type === 'VariableDeclarator')
  );
}

function blockAround(node: t.Node): t.Node | null {
  for (const ancestor of ancestorsOf(node)) if (ancestor.type === 'BlockStatement') return ancestor;
  return null;
}
