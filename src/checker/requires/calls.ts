import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import { isPlainSequence, unwrap } from '../../syntax/wrapping.ts';
import type { ScanContext } from '../context.ts';
import { readsOfModule } from '../exports/module-reads.ts';
import type { RequireFact } from '../facts.ts';

export type Call = t.CallExpression;

/** A call that loads a module. */
export interface RequireCall {
  readonly call: Call;
  readonly via: RequireFact['via'];
}

/** Calls of the wrapper's `require` by its own name and as `module.require`. */
export function wrapperCalls(scan: ScanContext): readonly RequireCall[] {
  const calls: RequireCall[] = [];
  for (const { node } of scan.scopes.free.get('require') ?? []) {
    const call = callOf(node);
    if (call !== null) calls.push({ call, via: 'require' });
  }
  for (const node of readsOfModule(scan)) {
    const member = parentOf(node);
    if (!isMemberOf(member, node) || staticKey(member) !== 'require') continue;
    // Only as a method: `module.require` needs its `this`.
    const call = parentOf(member);
    if (isCall(call) && call.callee === member) calls.push({ call, via: 'module.require' });
  }
  return calls;
}

/** The call whose callee an expression is: `f()`, `(f)()`, `(0, f)()`, `f?.()`, `(f as any)()`. */
export function callOf(expression: t.Node): Call | null {
  let callee = expression;
  for (let parent = parentOf(callee); parent !== null; parent = parentOf(callee)) {
    if (isCall(parent)) return parent.callee === callee ? parent : null;
    const passes =
      parent.type === 'SequenceExpression' ? isPlainSequence(parent, callee) : unwrap(parent) !== parent;
    if (!passes) return null;
    callee = parent;
  }
  return null;
}

export function isCall(node: t.Node | null): node is Call {
  return node?.type === 'CallExpression';
}

export function isMemberOf(node: t.Node | null, object: t.Node): node is t.MemberExpression {
  return node?.type === 'MemberExpression' && node.object === object;
}
