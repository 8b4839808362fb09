import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import { parentOf } from '../../../syntax/tree.ts';
import type { ScanContext } from '../../context.ts';
import { isFreeName } from '../../free-names.ts';
import { textOf } from '../../nodes.ts';
import { ownNamesUsed } from '../../owner.ts';
import { readOnlyGlobals } from '../free-names.ts';
import { isSloppyAt, type StrictReport, type StrictRow } from '../row.ts';
import { keysOfThis } from '../this/this-keys.ts';
import { memberTargets } from './attempts.ts';
import { keysOfChoices } from './chosen-values.ts';
import { keysNamed } from './closed-keys.ts';
import { closedKeysOf } from './closed-values.ts';
import { fixedKeysOf, type KeySet, none } from './fixed-keys.ts';
import { followedKeys } from './followed-keys.ts';
import { keysOfMember } from './member-values.ts';
import { attemptsBeside, mendAttempts, silentAttempts } from './silent.ts';

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
    if (rejected.length === 0)
      for (const target of targets)
        if (mayCopyToClosed(scan, target)) mendAttempts(report, silentAttempts(scan, [target]));
    if (rejected.length === 0 || mendAttempts(report, attemptsBeside(scan, rejected))) return;
    for (const target of rejected)
      refuse(report, target, staticKey(target) ?? symbolKey(scan, target) ?? '[…]');
  },
};

function mayBeRejected(scan: ScanContext, target: t.MemberExpression): boolean {
  const key = staticKey(target) ?? symbolKey(scan, target) ?? COMPUTED;
  return [
    fixedKeysOf(scan, target),
    followedKeys(scan, target.object),
    keysOfMember(scan, target.object),
    keysOfThis(scan, target.object),
    keysOfChoices(scan, target.object),
  ].some((keys) => keys.has(key));
}

/** `closed[key] = source[key]`, where the source may have any key. */
function mayCopyToClosed(scan: ScanContext, target: t.MemberExpression): boolean {
  const assignment = parentOf(target)!;
  const source = assignment.type === 'AssignmentExpression' ? assignment.right : null;
  const isCopy =
    source?.type === 'MemberExpression' &&
    source.computed &&
    target.computed &&
    textOf(scan, source.property) === textOf(scan, target.property);
  return isCopy && mayHaveKey(closedKeysOf(scan, target.object), keysNamed(scan, target.property));
}

/** @param named the keys that the file spells out; none: it may be any */
function mayHaveKey(closed: KeySet, named: readonly string[]): boolean {
  return closed !== none && (named.length === 0 || named.some((key) => closed.has(key)));
}

/** No key of a program: only what rejects all keys, or all but some, has it. */
const COMPUTED = Symbol('computed').toString();

/** `Symbol.hasInstance` for `object[Symbol.hasInstance]` */
function symbolKey(scan: ScanContext, { computed, property }: t.MemberExpression): string | null {
  if (!computed || property.type !== 'MemberExpression') return null;
  const name = staticKey(property);
  return name !== null && isFreeName(property.object, 'Symbol', scan.scopes) ? `Symbol.${name}` : null;
}

function refuse(report: StrictReport, node: t.Node, name: string): void {
  report.refuse('strict-read-only', node, { name });
}
