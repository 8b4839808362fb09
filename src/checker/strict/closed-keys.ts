import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { perScan } from '../per-scan.ts';
import { callsOfObject, getterOnlyKeys, isLocked, keysDefinedBy, methodOfObject } from './fixed-keys.ts';
import { valuesOf } from './own-functions.ts';

/**
 * Keys that some object or class of the file does not let be written: those with a getter and no setter, those that
 * `Object.defineProperty` adds without `writable`, and those of a literal that is frozen.
 */
export function closedKeys(scan: ScanContext): readonly string[] {
  const defined = callsOfObject(scan).flatMap((call) =>
    methodOfObject(scan, call) === 'freeze' ? keysOfLiteral(scan, call) : keysDefinedBy(scan, call),
  );
  return [...new Set([...gettersOf(scan), ...defined])];
}

/** Keys that some object of the file does not let be deleted. */
export function lockedKeys(scan: ScanContext): readonly string[] {
  const defined = callsOfObject(scan).flatMap((call) =>
    /^(?:freeze|seal)$/.test(methodOfObject(scan, call) ?? '')
      ? keysOfLiteral(scan, call)
      : keysDefinedBy(scan, call, isLocked),
  );
  return [...new Set(defined)];
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
