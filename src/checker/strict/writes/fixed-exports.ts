import type * as t from '@babel/types';
import type { ScanContext } from '../../context.ts';
import { ANY_KEY } from '../../facts/keys.ts';
import type { SloppyFacts } from '../../facts.ts';
import { isModuleExports } from '../../module-exports.ts';
import { givenToExports } from '../function-names.ts';
import { showsPrimitive } from '../primitive-members.ts';
import { closedKeys } from './closed-keys.ts';
import { closing } from './closing.ts';
import { closesUnknownKey, mayBeReadOnly } from './defined-keys.ts';
import { anyOf, listed } from './fixed-keys.ts';
import { holdsPrimitive } from './held-primitives.ts';
import { keysInTheEnd } from './keys-in-the-end.ts';
import { callsOfObject, methodOfObject } from './object-calls.ts';

/** Keys that the exports, or anything in the file, do not let be written; all where it does not tell them. */
export function fixedKeys(scan: ScanContext): SloppyFacts['fixedKeys'] {
  if (exportsPrimitive(scan)) return 'all';
  const exported = givenToExports(scan);
  if (callsOfObject(scan).some((call) => closesAny(scan, call, exported))) return 'all';
  const closed = new Set([
    ...closedKeys(scan),
    ...callsOfObject(scan).flatMap((call) => keyDefined(scan, call)),
  ]);
  return closed.has(ANY_KEY) ? 'all' : listed(anyOf([closed, keysInTheEnd(scan, exported)]));
}

/** `module.exports = 'text'` */
export function exportsPrimitive(scan: ScanContext): boolean {
  return givenToExports(scan).some((value) => showsPrimitive(scan, value) || holdsPrimitive(scan, value));
}

/** `Object.defineProperty(object, 'key', descriptor)` */
function keyDefined(scan: ScanContext, call: t.CallExpression): readonly string[] {
  const [, key, descriptor] = call.arguments;
  if (methodOfObject(scan, call) !== 'defineProperty' || key?.type !== 'StringLiteral') return [];
  return mayBeReadOnly(scan, descriptor) ? [key.value] : [];
}

/** Whether a call closes the exports, or may define a key of them that the file does not tell. */
function closesAny(scan: ScanContext, call: t.CallExpression, exported: readonly t.Node[]): boolean {
  const [object] = call.arguments;
  if (closing.has(methodOfObject(scan, call))) return exported.includes(call) || isExported(object, exported);
  return closesUnknownKey(scan, call) && mayBeExported(scan, object, exported);
}

/** `Object.freeze(object)` */
export function frozenObjects(scan: ScanContext): readonly t.Node[] {
  return callsOfObject(scan).flatMap((call) =>
    closing.has(methodOfObject(scan, call)) ? (call.arguments[0] ?? []) : [],
  );
}

/** What a function of the file gets may be the exports, too. */
function mayBeExported(scan: ScanContext, object: t.Node | undefined, exported: readonly t.Node[]): boolean {
  if (isExported(object, exported)) return true;
  return object?.type === 'Identifier' && scan.scopes.referenceOf(object)?.binding?.kind === 'parameter';
}

function isExported(object: t.Node | undefined, exported: readonly t.Node[]): boolean {
  if (object === undefined) return false;
  if (object.type !== 'Identifier') return isModuleExports(object);
  const { name } = object;
  return name === 'exports' || exported.some((value) => value.type === 'Identifier' && value.name === name);
}
