import type * as t from '@babel/types';
import { declarationOf } from '../../../syntax/declaration.ts';
import { staticKey } from '../../../syntax/keys.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import type { ScanContext } from '../../context.ts';
import { ANY_KEY } from '../../facts/keys.ts';
import { pathOfGlobal } from '../../free-names.ts';
import { rangeOf, textOf } from '../../nodes.ts';
import { wrapperNames } from '../../wrapper-names.ts';
import { isNeverBound, readOnlyGlobals } from '../free-names.ts';
import { declaredFunction, functionOf, valuesOf } from '../own-functions.ts';
import type { StrictReport, StrictRow } from '../row.ts';
import { deletedMembers, deletions, type Member } from './attempts.ts';
import { membersBeside } from './beside.ts';
import { keysNamed, lockedKeys } from './closed-keys.ts';
import { keysOfOrigins } from './closed-origins.ts';
import { closesSome, isClosedWhereUsed } from './closed-values.ts';
import { closesOutOfSight } from './closing-in-sight.ts';
import { isLocked } from './defined-keys.ts';
import { fixedInGlobal, lockedInMade } from './fixed-builtins.ts';
import { COMPUTED, fixingCalls, mayComeBefore, none } from './fixed-keys.ts';
import { followedKeys, hasFixing } from './followed-keys.ts';
import { methodOfObject } from './object-calls.ts';
import { mendAttempts, silentAttempts } from './silent.ts';

/**
 * `delete local` -> `false`, `delete global` -> `Reflect.deleteProperty(globalThis, 'global')`
 *
 * A declared name is never deleted; a global may be fixed, which `delete globalThis.x` would answer with a TypeError.
 */
export const deletedNames: StrictRow = {
  rule: 'delete of a plain name is a syntax error',
  clause: 'Annex C; §13.5.1.1',
  check(scan, report) {
    for (const expression of deletions(scan)) {
      if (expression.argument.type === 'Identifier')
        mendDeletion(scan, report, expression, expression.argument);
    }
  },
};

function mendDeletion(
  scan: ScanContext,
  report: StrictReport,
  expression: t.UnaryExpression,
  target: t.Identifier,
): void {
  const { name } = target;
  const reference = scan.scopes.referenceOf(target);
  if (reference === undefined || reference.dynamic) {
    report.refuse('strict-delete', expression, { name });
  } else if (
    reference.binding !== null ||
    wrapperNames.has(name) ||
    name === 'arguments' ||
    readOnlyGlobals.has(name)
  ) {
    report.mend('strict-deleted-name', rangeOf(expression), 'false');
  } else if (isNeverBound(scan, 'Reflect') && isNeverBound(scan, 'globalThis')) {
    report.mend('strict-deleted-name', rangeOf(expression), `Reflect.deleteProperty(globalThis, '${name}')`);
  } else {
    report.refuse('strict-delete', expression, { name });
  }
}

/** `function F() {} delete F.prototype`, `delete Object.prototype`, `delete [].length` */
export const deletedFixedProperties: StrictRow = {
  rule: 'delete of a property that is not configurable throws',
  clause: 'Annex C; §13.5.1.2',
  check(scan, report) {
    const deleted = deletedMembers(scan);
    const rejected = deleted.filter((member) => isRejected(scan, member));
    const surely = new Set([...rejected, ...besideRejected(scan, rejected)]);
    for (const member of deleted) {
      if (surely.has(member) || !mayBeKept(scan, member)) continue;
      const isMended = mendAttempts(report, silentAttempts(scan, [member]));
      if (!isMended && staticKey(member) !== null) refuse(scan, report, member);
    }
    if (mendAttempts(report, silentAttempts(scan, surely))) return;
    for (const member of rejected) refuse(scan, report, member);
  },
};

function refuse(scan: ScanContext, report: StrictReport, member: Member): void {
  const key = staticKey(member);
  const name = `${textOf(scan, member.object)}${key === null ? '[…]' : `.${key}`}`;
  report.refuse('strict-delete', parentOf(member)!, { name });
}

function besideRejected(scan: ScanContext, rejected: readonly Member[]): readonly Member[] {
  return rejected.length === 0 ? [] : membersBeside(scan, rejected, ({ object }) => mayBeWhole(scan, object));
}

/** What is no function is frozen, or sealed, as a whole. */
function mayBeWhole(scan: ScanContext, object: t.Node): boolean {
  return functionOf(scan, object) === null;
}

/** `delete this.limits.max`: whether some object that it may be of keeps that, or all that it has. */
function mayBeKept(scan: ScanContext, member: Member): boolean {
  const { object } = member;
  if (!closesSome(scan)) return false;
  if (hasFixing(scan) && isClosedWhereUsed(scan, object, COMPUTED)) return true;
  const key = staticKey(member);
  if (!closesOutOfSight(scan) && (key === null || !lockedKeys(scan).includes(key))) return false;
  const kept = keysOfOrigins(scan, object, 'deleted', object);
  return kept !== none && (key === null || kept.has(key));
}

function isRejected(scan: ScanContext, member: Member): boolean {
  const key = staticKey(member);
  const keys = key === null ? keysNamed(scan, member.property) : [key];
  if (keys.some((name) => isFixed(scan, member.object, name))) return true;
  return member.object.type === 'Identifier' && isFrozen(scan, member.object, key ?? ANY_KEY);
}

/** `delete Math.PI`, `delete list.length` with `const list = []` */
function isFixed(scan: ScanContext, expression: t.Node, key: string): boolean {
  const object = unwrap(expression);
  const path = pathOfGlobal(scan, object);
  if (path !== null) return fixedInGlobal(path).locked.has(key);
  const binding = object.type === 'Identifier' ? scan.scopes.referenceOf(object)?.binding : null;
  if (!binding) return lockedInMade(scan, object).has(key);
  const declared = declaredFunction(binding);
  const held = declared === null ? valuesOf(binding) : [declared];
  return held.some((value) => lockedInMade(scan, value).has(key));
}

/** `delete o.a` after `const o = Object.freeze({ a: 1 })`: deleting a key that is not there is no error. */
function isFrozen(scan: ScanContext, object: t.Identifier, key: string): boolean {
  const binding = scan.scopes.referenceOf(object)?.binding;
  if (!binding) return false;
  const declarator = declarationOf(binding);
  const value = declarator?.type === 'VariableDeclarator' ? declarator.init : null;
  const made = value?.type === 'CallExpression' && methodOfObject(scan, value) !== null ? [value] : [];
  const later = fixingCalls(scan, binding).filter((call) => mayComeBefore(call, object));
  const calls = [...made, ...later];
  // Which keys an object has that functions of the file made or got is not followed.
  return calls.length > 0
    ? calls.some((call) => fixesKey(scan, call, key))
    : followedKeys(scan, object).has(key);
}

function fixesKey(scan: ScanContext, call: t.CallExpression, key: string): boolean {
  const [object, defined, descriptor] = call.arguments;
  switch (methodOfObject(scan, call)) {
    case 'freeze':
    case 'seal':
      return (
        object?.type !== 'ObjectExpression' ||
        keysIn(object).some((name) => name === key || name === null || key === ANY_KEY)
      );
    case 'defineProperty':
      if (defined?.type !== 'StringLiteral' || defined.value !== key) return false;
      return descriptor !== undefined && isLocked(scan, descriptor);
    default:
      return false;
  }
}

function keysIn({ properties }: t.ObjectExpression): readonly (string | null)[] {
  return properties.map((property) => (property.type === 'SpreadElement' ? null : staticKey(property)));
}
