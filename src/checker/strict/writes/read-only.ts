import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import type { ScanContext } from '../../context.ts';
import { keysOfCallables } from '../../facts/keys.ts';
import { ownNamesUsed } from '../../owner.ts';
import { ownValues } from '../../timeline/values.ts';
import { readOnlyGlobals } from '../free-names.ts';
import { isSloppyAt, type StrictReport, type StrictRow } from '../row.ts';
import { keysOfThis } from '../this/this-keys.ts';
import { type Member, memberTargets } from './attempts.ts';
import { membersBeside, symbolKey } from './beside.ts';
import { mayBeFunction } from './callable-values.ts';
import { keysOfChoices } from './chosen-values.ts';
import { keysNamed } from './closed-keys.ts';
import { closesSome, isClosedWhereUsed, keysClosedWhereUsed } from './closed-values.ts';
import { COMPUTED, fixedKeysOf, type KeySet, none, ofFunction } from './fixed-keys.ts';
import { followedKeys } from './followed-keys.ts';
import { holdsPrimitive } from './held-primitives.ts';
import { keysOfMember } from './member-values.ts';
import { mendAttempts, silentAttempts } from './silent.ts';

/** `(function f() { f = 1; })`: sloppy code goes on as if nothing had happened. */
export const ownName: StrictRow = {
  rule: 'A named function expression cannot assign to its own name',
  clause: '§15.2.5, §9.1.1.1.5 SetMutableBinding',
  check(scan, report) {
    for (const { writes } of ownNamesUsed(scan)) {
      for (const { node, dynamic } of writes)
        if (!dynamic && isSloppyAt(scan, node)) refuse(report, node, node.name);
    }
  },
};

/** `undefined = 1` */
export const readOnlyGlobalNames: StrictRow = {
  rule: 'Assigning to a global that is not writable throws',
  clause: 'Annex C; §19.1',
  check(scan, report) {
    for (const name of readOnlyGlobals) {
      for (const { node, access, dynamic } of scan.scopes.free.get(name) ?? []) {
        if (access !== 'read' && !dynamic && isSloppyAt(scan, node)) refuse(report, node, name);
      }
    }
  },
};

/** `function f() {} f.name = 'g'`, `Object.freeze(o).x = 1`, `'text'.length = 0`, as far as the file shows it. */
export const readOnlyProperties: StrictRow = {
  rule: 'Assigning to a property that is not writable, or to one of a primitive value, throws',
  clause: 'Annex C; §10.1.9.2 OrdinarySetWithOwnDescriptor',
  check(scan, report) {
    const targets = memberTargets(scan).filter((target) => isSloppyAt(scan, target));
    const rejected = targets.filter((target) => mayBeRejected(scan, target));
    const surely = new Set<Member>([...rejected, ...besideRejected(scan, rejected)]);
    if (!mendAttempts(report, silentAttempts(scan, surely))) {
      for (const target of rejected) refuseMember(scan, report, target);
      return;
    }
    const suspects = targets.filter((target) => !surely.has(target) && mayBeClosed(scan, target));
    for (const target of suspects)
      if (!mendAttempts(report, silentAttempts(scan, [target])) && isLikely(scan, target))
        refuseMember(scan, report, target);
  },
};

function besideRejected(scan: ScanContext, rejected: readonly t.MemberExpression[]): readonly Member[] {
  if (rejected.length === 0) return [];
  return membersBeside(scan, rejected, (member) =>
    rejectingKeys(scan, member as t.MemberExpression).some((keys) => !(keys instanceof Set)),
  );
}

function refuseMember(scan: ScanContext, report: StrictReport, target: t.MemberExpression): void {
  refuse(report, target, staticKey(target) ?? symbolKey(scan, target) ?? '[…]');
}

/** A key that the source spells out; others may never be those that are closed. */
function isLikely(scan: ScanContext, target: t.MemberExpression): boolean {
  return staticKey(target) !== null || keysClosedWhereUsed(scan, target.object).has(COMPUTED);
}

function mayBeRejected(scan: ScanContext, target: t.MemberExpression): boolean {
  const key = staticKey(target) ?? symbolKey(scan, target) ?? COMPUTED;
  return rejectingKeys(scan, target).some((keys) => keys.has(key)) || holdsPrimitive(scan, target.object);
}

function rejectingKeys(scan: ScanContext, target: t.MemberExpression): readonly KeySet[] {
  return [
    fixedKeysOf(scan, target),
    followedKeys(scan, target.object),
    keysOfMember(scan, target.object),
    keysOfThis(scan, target.object),
    keysOfChoices(scan, target.object),
  ];
}

/** `this.limits.max = 1`, `closed[key] = value`: whether some object that it may be of rejects it. */
function mayBeClosed(scan: ScanContext, target: t.MemberExpression): boolean {
  const key = staticKey(target) ?? symbolKey(scan, target);
  const named = key === null ? keysNamed(scan, target.property) : [key];
  if (mayHaveKey(ofFunction, named) && mayBeFunction(scan, ownValues(scan), target.object)) return true;
  if (key === null) return mayHaveKey(keysClosedWhereUsed(scan, target.object), named);
  return (closesSome(scan) || keysOfCallables.has(key)) && isClosedWhereUsed(scan, target.object, key);
}

/** @param named the keys that the file spells out; none: it may be any */
function mayHaveKey(closed: KeySet, named: readonly string[]): boolean {
  return closed !== none && (named.length === 0 || named.some((key) => closed.has(key)));
}

function refuse(report: StrictReport, node: t.Node, name: string): void {
  report.refuse('strict-read-only', node, { name });
}
