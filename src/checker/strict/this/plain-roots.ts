import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import { callsByName, membersByKey } from '../../by-name.ts';
import type { ScanContext } from '../../context.ts';
import { pathOfGlobal } from '../../free-names.ts';
import { nodesOf } from '../../nodes.ts';
import { calledByBuiltins } from './called-by-builtins.ts';
import { mayBeNothing } from './nothing.ts';
import { handedOver, mayBeHandedOver } from './plain-callbacks.ts';

/** An expression whose value is called without an object, and where. */
export interface PlainCall {
  readonly callee: t.Node;
  readonly call: t.Node;
}

/**
 * What the file calls without an object (ECMA-262 §13.3.6.2 EvaluateCall, §10.2.1.2 OrdinaryCallBindThis): itself, or by
 * functions of the language and of Node.
 */
export function* plainCalls(scan: ScanContext): Generator<PlainCall> {
  for (const call of nodesOf(scan, 'CallExpression')) {
    const callee = unwrap(call.callee);
    if (!withObject.has(callee.type)) yield { callee, call };
  }
  for (const call of nodesOf(scan, 'TaggedTemplateExpression'))
    if (call.tag.type !== 'MemberExpression') yield { callee: call.tag, call };
  yield* withoutReceiver(scan);
  yield* handedToBuiltins(scan);
}

const withObject: ReadonlySet<string> = new Set(['Import', 'MemberExpression', 'Super']);

const receiving: ReadonlySet<string | null> = new Set(['apply', 'bind', 'call']);

/** `f.call(null)`, `f.bind()`, `f.call.bind(f)`, `call.call(f)`, `Reflect.apply(f, undefined, [])` */
function* withoutReceiver(scan: ScanContext): Generator<PlainCall> {
  for (const member of membersByKey(scan).ofAny(receiving)) {
    const call = parentOf(member)!;
    if (call.type !== 'CallExpression' || call.callee !== member) {
      yield { callee: member.object, call: member };
    } else if (pathOfGlobal(scan, member) === 'Reflect.apply') {
      const [fn, receiver] = call.arguments;
      if (fn && mayBeNothing(scan, receiver)) yield { callee: fn, call };
    } else if (isReceiving(member.object)) {
      const [fn, receiver] = call.arguments;
      if (fn && mayBeNothing(scan, receiver)) yield { callee: fn, call };
    } else if (mayBeNothing(scan, call.arguments[0])) {
      yield { callee: member.object, call };
    }
  }
}

/** `Function.prototype.call` */
function isReceiving(node: t.Node): boolean {
  return node.type === 'MemberExpression' && receiving.has(staticKey(node));
}

/** `[1].forEach(f)`, `promise.then(f)`, `Array.from(list, f)` */
function* handedToBuiltins(scan: ScanContext): Generator<PlainCall> {
  const calls = [
    ...callsByName(scan).ofAny(mayBeHandedOver),
    ...nodesOf(scan, 'NewExpression').filter(({ callee }) => callee.type === 'Identifier'),
  ];
  for (const call of calls)
    for (const argument of call.arguments)
      if (handedOver(scan, call, argument) !== 'unknown') yield { callee: argument, call };
  for (const [callee, call] of calledByBuiltins(scan)) yield { callee, call };
}

/** `method` of `object.method(…)`; null for any other call. */
export function methodOf({ callee }: t.CallExpression | t.NewExpression): {
  readonly object: t.Node;
  readonly key: string | null;
} | null {
  const node = unwrap(callee);
  if (node.type !== 'MemberExpression') return null;
  return { object: node.object, key: staticKey(node) };
}
