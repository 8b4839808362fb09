import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import { isFunction } from '../../../syntax/kinds.ts';
import type { ScanContext } from '../../context.ts';
import { ANY_KEY } from '../../facts/keys.ts';
import { ownerOfThis } from '../../owner.ts';
import { valuesOf } from '../own-functions.ts';
import type { Member } from './attempts.ts';
import { closedKeys } from './closed-keys.ts';
import { closedKeysOf } from './closed-values.ts';
import { none } from './fixed-keys.ts';
import { hasFixing } from './followed-keys.ts';
import { inherits } from './prototypes.ts';

/**
 * Whether a member is of an object that the file makes where that is seen, and closes nowhere: a literal in a variable, a
 * receiver whose function inherits nothing, or the prototype of a function.
 */
export function isPlainlyOpen(scan: ScanContext, member: Member): boolean {
  const { object } = member;
  const key = staticKey(member);
  const closed = closedKeys(scan);
  if (closed.includes(ANY_KEY) || (key !== null && closed.includes(key))) return false;
  switch (object.type) {
    case 'Identifier':
      return holdsLiteral(scan, object) && closedKeysOf(scan, object) === none;
    case 'ThisExpression':
      return key !== null && !hasFixing(scan) && isOwnReceiver(scan, ownerOfThis(object));
    case 'MemberExpression':
      return key !== null && !hasFixing(scan) && staticKey(object) === 'prototype';
    default:
      return false;
  }
}

function holdsLiteral(scan: ScanContext, name: t.Identifier): boolean {
  const binding = scan.scopes.referenceOf(name)?.binding;
  const values = binding && binding.kind !== 'parameter' ? valuesOf(binding) : [];
  return values.some(({ type }) => type === 'ObjectExpression' || type === 'ArrayExpression');
}

function isOwnReceiver(scan: ScanContext, owner: t.Node): boolean {
  return isFunction(owner) && !inherits(scan, owner);
}
