import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import type { RequiredMember, RequiredPlace } from '../facts.ts';
import { rangeOf } from '../nodes.ts';
import { optionsOf, own, type Value } from '../timeline/value.ts';
import type { Values } from '../timeline/values.ts';
import { callsOf } from './own-functions.ts';
import type { Member } from './writes/attempts.ts';

/** Which of the nodes may have a value that was required, or a member of one. */
export function requiredAmong(nodes: readonly t.Node[], values: Values): readonly RequiredPlace[] {
  return nodes.flatMap((node) =>
    optionsOf(values.of(node)).flatMap((value) =>
      value.kind === 'required' && !value.result ? [placeOf(value, node)] : [],
    ),
  );
}

/** What was required, or a member of it, that an expression may denote; what calls hand over is followed. */
export function requiredValues(node: t.Node, scan: ScanContext, values: Values): readonly RequiredPlace[] {
  return optionsOf(values.of(node))
    .flatMap((value) => (value.kind === 'parameter' ? handedOver(value, scan, values) : value))
    .flatMap((value) => (value.kind === 'required' && !value.result ? [placeOf(value, node)] : []));
}

/** `required.key = 1`, `required.f.name++`; also where a function of the file does it with what it gets. */
export function requiredMembers(
  target: Member,
  scan: ScanContext,
  values: Values,
): readonly RequiredMember[] {
  const key = staticKey(target);
  return optionsOf(values.of(target.object))
    .flatMap((value) => (value.kind === 'parameter' ? handedOver(value, scan, values) : value))
    .flatMap((value) =>
      value.kind === 'required' ? [{ ...placeOf(value, target), key, result: value.result }] : [],
    );
}

/** `made.key = 1` with `const made = make();`, where `make` was required. */
export function resultWrite(
  scan: ScanContext,
  target: t.MemberExpression,
  values: Values,
): RequiredMember | null {
  const { object } = target;
  if (object.type !== 'Identifier') return null;
  const [write, ...more] = scan.scopes.referenceOf(object)?.binding?.writes ?? [];
  const declarator = write && more.length === 0 ? parentOf(write.node) : null;
  const init = declarator?.type === 'VariableDeclarator' ? declarator.init : null;
  if (init?.type !== 'CallExpression' && init?.type !== 'NewExpression') return null;
  const value = values.of(init);
  return value.kind === 'required' && value.result
    ? { ...placeOf(value, target), key: staticKey(target), result: true }
    : null;
}

/** What calls of a function by its name hand over for a parameter. */
function handedOver(
  { owner, index, path }: Extract<Value, { kind: 'parameter' }>,
  scan: ScanContext,
  values: Values,
): readonly Value[] {
  const calls = isFunction(owner) ? callsOf(scan, owner) : [];
  return calls.flatMap((call) => {
    const argument = call.arguments[index];
    const given = argument
      ? path.reduce((value, key) => values.member(value, key), values.of(argument))
      : own;
    return optionsOf(given);
  });
}

function placeOf({ require, path }: Extract<Value, { kind: 'required' }>, node: t.Node): RequiredPlace {
  return { require, path, range: rangeOf(node) };
}
