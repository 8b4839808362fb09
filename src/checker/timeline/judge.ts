import type * as t from '@babel/types';
import type { CalleeFact, EffectFact } from '../facts.ts';
import { rangeOf } from '../nodes.ts';
import type { LoadEvent } from './event.ts';
import { exits, languageGlobals } from './known-globals.ts';
import type { Value } from './value.ts';

/** A write to a member of `target`: of the file's own, of a parameter, or of something that others see. */
export function writeTo(target: Value, node: t.Node): readonly LoadEvent[] {
  if (target.kind === 'own' || target.kind === 'function') return [];
  if (target.kind === 'parameter') return [{ kind: 'use', use: 'write', of: target, node }];
  return [effect('write', node, calleeOf(target))];
}

export function effect(
  kind: EffectFact['kind'],
  node: t.Node,
  callee: CalleeFact = { kind: 'unknown' },
): LoadEvent {
  return { kind: 'effect', effect: { range: rangeOf(node), kind, callee } };
}

/** A call of what does not belong to this file. */
export function callOf(callee: Value, node: t.Node): readonly LoadEvent[] {
  if (callee.kind === 'parameter') return [{ kind: 'use', use: 'call', of: callee, node }];
  if (callee.kind === 'global' && exits.has(callee.name)) return [effect('exit', node, calleeOf(callee))];
  return [effect(node.type === 'NewExpression' ? 'new' : 'call', node, calleeOf(callee))];
}

export function calleeOf(value: Value): CalleeFact {
  if (value.kind === 'global') return { kind: 'global', name: value.name };
  if (value.kind !== 'required') return { kind: 'unknown' };
  const { require, path, result } = value;
  return { kind: result ? 'result' : 'required', require, path };
}

const stubbed: ReadonlySet<string> = new Set(['Date', 'Math', 'Promise']);
const readWhenCalled: ReadonlySet<string> = new Set(['Math.random', 'Date', 'Promise']);

/** Whether reading a global asks for what another module may have changed. */
export function isSharedRead(name: string): boolean {
  const [root] = name.split('.');
  if (stubbed.has(root!))
    return readWhenCalled.has(name) || name.startsWith('Date.') || name.startsWith('Promise.');
  return !languageGlobals.has(root!) && root !== 'require' && root !== 'module';
}
