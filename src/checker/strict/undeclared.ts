import type * as t from '@babel/types';
import type { Reference } from '../../syntax/scope.ts';
import { contains, parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { isShorthandValue, rangeOf } from '../nodes.ts';
import { wrapperNames } from '../wrapper-names.ts';
import { type Anonymous, isAnonymous } from './anonymous.ts';
import { isNeverBound, readOnlyGlobals, writableGlobals } from './free-names.ts';
import { isReservedName } from './reserved-names.ts';
import { isSloppyAt, type StrictReport, type StrictRow } from './row.ts';

/**
 * `total = 1` -> `globalThis.total = 1`, `for (i in list)` -> `for (globalThis.i in list)`,
 * `({ a } = pair)` -> `({ a: globalThis.a } = pair)`
 *
 * `x += 1` and `x++` read first, and reading an undeclared name throws in both modes.
 */
export const undeclared: StrictRow = {
  rule: 'Assigning to an undeclared name throws instead of making a global',
  clause: 'Annex C; §6.2.5.6 PutValue',
  check(scan, report) {
    for (const [name, references] of scan.scopes.free) {
      if (isDeclaredElsewhere(name)) continue;
      const writes = references.filter((reference) => isSilentCreation(scan, reference));
      if (writes.length === 0) continue;
      const reachable = isNeverBound(scan, 'globalThis');
      for (const { node } of writes) {
        if (reachable) makeProperty(scan, report, node as t.Identifier);
        else report.refuse('strict-undeclared', node, { name });
      }
    }
  },
};

function isDeclaredElsewhere(name: string): boolean {
  return (
    wrapperNames.has(name) ||
    writableGlobals.has(name) ||
    readOnlyGlobals.has(name) ||
    isReservedName(name) ||
    name === 'arguments' ||
    name === 'eval'
  );
}

function isSilentCreation(scan: ScanContext, { access, dynamic, node }: Reference): boolean {
  return access === 'write' && !dynamic && node.type === 'Identifier' && isSloppyAt(scan, node);
}

function makeProperty(scan: ScanContext, report: StrictReport, target: t.Identifier): void {
  const key = isShorthandValue(target) ? `${target.name}: ` : '';
  report.mend('strict-global-assignment', rangeOf(target), `${key}globalThis.${target.name}`);
  const value = valueNamedBy(target);
  if (value !== null) keepName(scan, report, value, target.name);
}

function valueNamedBy(target: t.Identifier): Anonymous | null {
  const parent = parentOf(target);
  if (parent?.type !== 'AssignmentExpression' && parent?.type !== 'AssignmentPattern') return null;
  return parent.left === target && isAnonymous(parent.right) ? parent.right : null;
}

const functionHead = /^(?:async\s+)?function\s*(?:\*\s*)?(?=\()/;

/**
 * A property does not name a function as a variable does, so the function gets the name itself:
 * `globalThis.run = function run() {}`. Where that would capture a use of the variable inside, or there is no place
 * for a name, an object gives it: `globalThis.run = ({ run: () => {} }).run`.
 */
function keepName(scan: ScanContext, report: StrictReport, value: Anonymous, name: string): void {
  const head = functionHead.exec(scan.source.slice(value.start!, value.end!));
  if (head !== null && !mentions(scan, value, name)) {
    const at = value.start! + head[0].length;
    report.mend('strict-global-assignment', [at, at], /\s$/.test(head[0]) ? name : ` ${name}`);
    return;
  }
  report.mend('strict-global-assignment', [value.start!, value.start!], `({ ${name}: `);
  report.mend('strict-global-assignment', [value.end!, value.end!], ` }).${name}`);
}

function mentions(scan: ScanContext, value: Anonymous, name: string): boolean {
  return (scan.scopes.free.get(name) ?? []).some(({ node, dynamic }) => dynamic || contains(value, node));
}
