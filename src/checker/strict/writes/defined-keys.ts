import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import type { ScanContext } from '../../context.ts';
import { literalOf } from '../own-functions.ts';
import { methodOfObject } from './object-calls.ts';

/**
 * The keys that `Object.defineProperty` or `Object.defineProperties` makes, if the descriptor is of some kind: by default
 * such that they cannot be written.
 */
export function keysDefinedBy(
  scan: ScanContext,
  call: t.CallExpression,
  isSuch: Descriptors = isReadOnly,
): readonly string[] {
  const [, key, descriptor] = call.arguments;
  switch (methodOfObject(scan, call)) {
    case 'defineProperty': {
      const isClosed = key?.type === 'StringLiteral' && descriptor !== undefined && isSuch(scan, descriptor);
      return isClosed ? [key.value] : [];
    }
    case 'create':
    case 'defineProperties':
      return keysDescribed(scan, (key && literalOf(scan, key))?.properties ?? [], isSuch);
    default:
      return [];
  }
}

/** A kind of property descriptors, by the literals that spell them out. */
export type Descriptors = (scan: ScanContext, descriptor: t.Node) => boolean;

/** A descriptor without `writable` and `set`. */
export function isReadOnly(scan: ScanContext, descriptor: t.Node): boolean {
  return lacks(scan, descriptor, ['writable', 'set']);
}

/**
 * The same of a key that may be there already: a descriptor that says nothing about the value leaves it writable
 * (ECMA-262 §10.1.6.3 ValidateAndApplyPropertyDescriptor).
 */
export function makesReadOnly(scan: ScanContext, descriptor: t.Node): boolean {
  return isReadOnly(scan, descriptor) && !isGeneric(descriptor);
}

/** ECMA-262 §6.2.6.3 IsGenericDescriptor */
function isGeneric(descriptor: t.Node): boolean {
  if (descriptor.type !== 'ObjectExpression') return false;
  return descriptor.properties.every(
    (property) => property.type !== 'SpreadElement' && generic.has(staticKey(property) ?? ''),
  );
}

const generic: ReadonlySet<string> = new Set(['configurable', 'enumerable']);

/** A descriptor without `configurable`. */
export function isLocked(scan: ScanContext, descriptor: t.Node): boolean {
  return lacks(scan, descriptor, ['configurable']);
}

/** `{ set: undefined }`, `{ writable: false }` are what leaving it out is (ECMA-262 §6.2.6.5, ToPropertyDescriptor). */
function lacks(scan: ScanContext, descriptor: t.Node, keys: readonly string[]): boolean {
  if (descriptor.type !== 'ObjectExpression') return false;
  return descriptor.properties.every((property) => {
    const key = property.type === 'SpreadElement' ? null : staticKey(property);
    if (key === null) return false;
    return !keys.includes(key) || (property.type === 'ObjectProperty' && mayBeFalse(scan, property.value));
  });
}

/** As far as the file shows it: a caller may leave out an argument. */
function mayBeFalse(scan: ScanContext, value: t.Node): boolean {
  switch (value.type) {
    case 'BooleanLiteral':
      return !value.value;
    case 'Identifier': {
      const binding = scan.scopes.referenceOf(value)?.binding;
      return binding === null ? value.name === 'undefined' : binding?.kind === 'parameter';
    }
    case 'UnaryExpression':
      return value.operator === 'void' || (value.operator === '!' && isOne(value.argument));
    default:
      return false;
  }
}

/** `!1` is what minifiers make of `false`. */
function isOne(node: t.Node): boolean {
  return node.type === 'NumericLiteral' && node.value === 1;
}

/** Whether a call may define, so that it cannot be written, a key that the file does not tell. */
export function closesUnknownKey(scan: ScanContext, call: t.CallExpression): boolean {
  const [, key, descriptor] = call.arguments;
  switch (methodOfObject(scan, call)) {
    case 'defineProperty':
      return key?.type !== 'StringLiteral' && mayBeReadOnly(scan, descriptor);
    case 'defineProperties':
      return key === undefined || literalOf(scan, key) === null;
    default:
      return false;
  }
}

/** The same of what a variable holds. */
export function mayBeReadOnly(scan: ScanContext, descriptor: t.Node | undefined): boolean {
  return descriptor?.type !== 'ObjectExpression' || isReadOnly(scan, descriptor);
}

function keysDescribed(
  scan: ScanContext,
  properties: t.ObjectExpression['properties'],
  isSuch: Descriptors,
): readonly string[] {
  return properties.flatMap((property) =>
    property.type === 'ObjectProperty' && isSuch(scan, property.value) ? (staticKey(property) ?? []) : [],
  );
}
