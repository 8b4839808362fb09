import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import type { Binding } from '../../../syntax/scope.ts';
import { callsByName } from '../../by-name.ts';
import type { ScanContext } from '../../context.ts';
import { ANY_KEY } from '../../facts/keys.ts';
import { valuesOf as finiteValuesOf } from '../../finite-values.ts';
import { nodesOf, textOf } from '../../nodes.ts';
import { perScan } from '../../per-scan.ts';
import { valuesOf } from '../own-functions.ts';
import { type Descriptors, isLocked, isReadOnly, keysDefinedBy } from './defined-keys.ts';
import { getterOnlyKeys } from './fixed-keys.ts';
import { callsOfObject, methodOfObject } from './object-calls.ts';
import { refusingTraps } from './proxies.ts';

/**
 * Keys that some object or class of the file does not let be written: those with a getter and no setter, those that
 * `Object.defineProperty` adds without `writable`, and those of a literal that is frozen; any where a proxy may refuse.
 */
export const closedKeys = perScan((scan): readonly string[] => {
  const traps = refusingTraps(scan);
  return distinct([
    ...gettersOf(scan),
    ...callsOfObject(scan).flatMap((call) => keysClosedBy(scan, call, isReadOnly)),
    ...keysWithoutSetter(scan),
    ...nodesOf(scan, 'ObjectExpression').flatMap(keyDescribed),
    ...(traps.has('set') || traps.has('defineProperty') ? [ANY_KEY] : []),
  ]);
});

/** Keys that some object of the file does not let be deleted. */
export function lockedKeys(scan: ScanContext): readonly string[] {
  return distinct([
    ...callsOfObject(scan).flatMap((call) => keysClosedBy(scan, call, isLocked)),
    ...(refusingTraps(scan).has('deleteProperty') ? [ANY_KEY] : []),
  ]);
}

function distinct(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)];
}

/** `object.__defineGetter__('key', f)`, unless the same object gets a setter for that key, too (Annex B.2.2). */
function keysWithoutSetter(scan: ScanContext): readonly string[] {
  const keysBy = (method: string): readonly (readonly [object: string, key: string])[] =>
    callsByName(scan)
      .of(method)
      .flatMap(({ callee, arguments: [key] }) => {
        const object = callee.type === 'MemberExpression' ? textOf(scan, callee.object) : '';
        return keysNamed(scan, key).map((name) => [object, name] as const);
      });
  const set = new Set(keysBy('__defineSetter__').map(String));
  return keysBy('__defineGetter__').flatMap((getter) => (set.has(String(getter)) ? [] : [getter[1]]));
}

function keysClosedBy(scan: ScanContext, call: t.CallExpression, isClosed: Descriptors): readonly string[] {
  const [, key, descriptor] = call.arguments;
  switch (methodOfObject(scan, call)) {
    case 'freeze':
      return keysOfLiteral(scan, call);
    case 'seal':
      return isClosed === isLocked ? keysOfLiteral(scan, call) : [];
    case 'defineProperty':
      return descriptor && isClosed(scan, descriptor) ? keysNamed(scan, key) : [];
    default:
      return keysDefinedBy(scan, call, isClosed);
  }
}

/** What an expression that gives a key may give, as far as the file shows it. */
export function keysNamed(
  scan: ScanContext,
  key: t.Node | undefined,
  seen: ReadonlySet<Binding> = new Set(),
): readonly string[] {
  if (key?.type === 'StringLiteral') return [key.value];
  const binding = key?.type === 'Identifier' ? scan.scopes.referenceOf(key)?.binding : null;
  // A function that calls itself hands its own parameter on.
  if (!binding || seen.has(binding)) return [];
  const further = new Set([...seen, binding]);
  return (finiteValuesOf(binding, scan) ?? []).flatMap((value) =>
    typeof value === 'string' ? [value] : keysNamed(scan, value, further),
  );
}

/** What compilers make of a getter: `{ key: 'size', get: function () {} }`. */
function keyDescribed({ properties }: t.ObjectExpression): readonly string[] {
  const part = (name: string) =>
    properties.findLast((property) => property.type !== 'SpreadElement' && staticKey(property) === name);
  const key = part('key');
  if (key?.type !== 'ObjectProperty' || key.value.type !== 'StringLiteral') return [];
  return part('get') && !part('set') ? [key.value.value] : [];
}

/** Keys for which a literal or class of the file has nothing but a getter. */
export const gettersOf = perScan((scan): ReadonlySet<string> => {
  const literals = nodesOf(scan, 'ObjectExpression').map(({ properties }) => getterOnlyKeys(properties));
  const classes = nodesOf(scan, 'ClassBody').map(({ body }) => getterOnlyKeys(body));
  return new Set([...literals, ...classes].flatMap((keys) => [...keys]));
});

/** `Object.freeze({ level: 1 })`, or of a variable that holds the literal */
function keysOfLiteral(scan: ScanContext, { arguments: [object] }: t.CallExpression): readonly string[] {
  const binding = object?.type === 'Identifier' ? scan.scopes.referenceOf(object)?.binding : null;
  const frozen = [object, ...(binding ? valuesOf(binding) : [])];
  return frozen.flatMap((value) =>
    value?.type === 'ObjectExpression'
      ? value.properties.flatMap((property) =>
          property.type === 'SpreadElement' ? [] : (staticKey(property) ?? []),
        )
      : [],
  );
}
