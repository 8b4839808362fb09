import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { ANY_KEY } from '../facts/keys.ts';
import type { EffectFact, OriginFact } from '../facts.ts';
import { rangeOf } from '../nodes.ts';
import { isMember, isPlainLiteral } from './call-forms.ts';
import type { LoadEvent } from './event.ts';
import { exits, languageFunctions, languageGlobals } from './known-globals.ts';
import { optionsOf, type Value } from './value.ts';

/** A write to `object[key]`: of the file's own, of a parameter, or of something that others see. */
export function writeTo(object: Value, key: string | null, node: t.Node): readonly LoadEvent[] {
  switch (object.kind) {
    case 'own':
    case 'function':
      return [];
    case 'either':
      return object.options.flatMap((option) => writeTo(option, key, node));
    case 'parameter':
      return [{ kind: 'write', to: object, key, node }];
    case 'global':
      return object.name === 'module' && key === 'exports'
        ? []
        : [effect('write', node, originOf(memberOf(object, key)))];
    default:
      return [effect('write', node, originOf(memberOf(object, key)))];
  }
}

/** A read of `object[key]`, or of all that is in it, where others may have changed that: what nobody knows may be theirs. */
export function readOf(object: Value, key: string | null, node: t.Node): readonly LoadEvent[] {
  switch (object.kind) {
    case 'either':
      return object.options.flatMap((option) => readOf(option, key, node));
    case 'required':
    case 'parameter':
    case 'unknown':
      return [{ kind: 'read', of: object, key, node }];
    default:
      return [];
  }
}

/**
 * What converting a value to a primitive one reads: a list converts its elements. What nobody knows is taken for a primitive
 * value.
 */
export function conversionOf(value: Value, node: t.Node): readonly LoadEvent[] {
  return optionsOf(value).flatMap((option) => {
    if (option.kind === 'unknown') return [];
    return readOf(option.kind === 'own' && option.holds ? option.holds : option, null, node);
  });
}

function memberOf(object: Value, key: string | null): Value {
  if (object.kind === 'global') return { kind: 'global', name: nameOfMember(object.name, key) };
  if (object.kind !== 'required' || object.result) return object;
  return { ...object, path: [...object.path, key ?? ANY_KEY] };
}

/** `process.env`, and `x` for `globalThis.x`. */
export function nameOfMember(name: string, key: string | null): string {
  if (key === null) return `${name}[]`;
  return name === 'globalThis' ? key : `${name}.${key}`;
}

export function effect(
  kind: EffectFact['kind'],
  node: t.Node,
  callee: OriginFact = { kind: 'unknown' },
  more: Pick<EffectFact, 'literals'> = {},
): LoadEvent {
  return { kind: 'effect', effect: { range: rangeOf(node), kind, callee, ...more } };
}

/** A call of what does not belong to this file. */
export function callOf(callee: Value, node: t.Node): readonly LoadEvent[] {
  if (callee.kind === 'global' && exits.has(callee.name)) return [effect('exit', node, originOf(callee))];
  const kind = node.type === 'NewExpression' ? 'new' : 'call';
  return [effect(kind, node, originOf(callee), literalsGiven(node))];
}

/** Which arguments of a call are plain literals; nothing where others may come first: `f.call(object, 1)`, `f(...list)`. */
function literalsGiven(node: t.Node): Pick<EffectFact, 'literals'> {
  if (!('arguments' in node) || node.arguments.some(({ type }) => type === 'SpreadElement')) return {};
  const isBorrowed = isMember(node.callee) && borrowing.has(staticKey(node.callee) ?? 'call');
  return isBorrowed ? {} : { literals: node.arguments.map(isPlainLiteral) };
}

const borrowing: ReadonlySet<string> = new Set(['apply', 'call']);

export function originOf(value: Value): OriginFact {
  if (value.kind === 'global') return { kind: 'global', name: value.name };
  if (value.kind !== 'required') return { kind: 'unknown' };
  const { require, path, result } = value;
  return { kind: result ? 'result' : 'required', require, path };
}

const stubbed: ReadonlySet<string> = new Set(['Date', 'Math', 'Promise']);
const readWhenCalled: ReadonlySet<string> = new Set(['Math.random', 'Date', 'Promise']);

/** Whether reading a global asks for what another module may have changed; the global object has what all objects have. */
export function isSharedRead(name: string): boolean {
  const [root] = name.split('.');
  if (stubbed.has(root!))
    return readWhenCalled.has(name) || name.startsWith('Date.') || name.startsWith('Promise.');
  if (languageFunctions.has(`Object.prototype.${name}`)) return false;
  return !languageGlobals.has(root!) && root !== 'require' && root !== 'module';
}
