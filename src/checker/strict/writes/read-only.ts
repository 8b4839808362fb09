import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import type { ScanContext } from '../../context.ts';
import { isFreeName } from '../../free-names.ts';
import { nodesOf } from '../../nodes.ts';
import { ownNamesUsed } from '../../owner.ts';
import { perScan } from '../../per-scan.ts';
import { neverRuns } from '../dead-branches.ts';
import { readOnlyGlobals } from '../free-names.ts';
import { isSloppyAt, type StrictReport, type StrictRow } from '../row.ts';
import { keysOfThis } from '../this/this-keys.ts';
import { fixedKeysOf } from './fixed-keys.ts';
import { followedKeys } from './followed-keys.ts';
import { keysOfMember } from './member-values.ts';

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
    for (const target of memberTargets(scan)) {
      if (!isSloppyAt(scan, target)) continue;
      const key = staticKey(target) ?? symbolKey(scan, target) ?? COMPUTED;
      const isFixed = [
        fixedKeysOf(scan, target),
        followedKeys(scan, target.object),
        keysOfMember(scan, target.object),
        keysOfThis(scan, target.object),
      ].some((keys) => keys.has(key));
      if (isFixed) refuse(report, target, key === COMPUTED ? '[…]' : key);
    }
  },
};

/** `Symbol.hasInstance` for `object[Symbol.hasInstance]` */
function symbolKey(scan: ScanContext, { computed, property }: t.MemberExpression): string | null {
  if (!computed || property.type !== 'MemberExpression') return null;
  const name = staticKey(property);
  return name !== null && isFreeName(property.object, 'Symbol', scan.scopes) ? `Symbol.${name}` : null;
}

/** No key of a program: only what rejects all keys has it. */
const COMPUTED = Symbol('computed').toString();

/** Members that something may be written to: `o.a = 1`, `o.a++`, `[o.a] = list`, `for (o.a of list)`. */
export const memberTargets = perScan((scan): readonly t.MemberExpression[] => {
  const targets: t.Node[] = [
    ...nodesOf(scan, 'AssignmentExpression').map(({ left }) => left),
    ...nodesOf(scan, 'UpdateExpression').map(({ argument }) => argument),
    ...[...nodesOf(scan, 'ForOfStatement'), ...nodesOf(scan, 'ForInStatement')].map(({ left }) => left),
  ];
  for (const target of targets) targets.push(...partsOf(target));
  return targets
    .filter((target) => target.type === 'MemberExpression')
    .filter((target) => !neverRuns(scan, target));
});

/** What a pattern takes a value apart for. */
function partsOf(pattern: t.Node): readonly t.Node[] {
  switch (pattern.type) {
    case 'ObjectPattern':
      return pattern.properties.map((property) =>
        property.type === 'RestElement' ? property.argument : property.value,
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => element ?? []);
    case 'AssignmentPattern':
      return [pattern.left];
    case 'RestElement':
      return [pattern.argument];
    default:
      return [];
  }
}

function refuse(report: StrictReport, node: t.Node, name: string): void {
  report.refuse('strict-read-only', node, { name });
}
