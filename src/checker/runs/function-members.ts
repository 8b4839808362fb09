import { parentOf } from '../../syntax/tree.ts';
import { callsByName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { perScan } from '../per-scan.ts';
import { assignedByKey } from '../timeline/assigned.ts';
import { protocolOf } from '../timeline/protocols.ts';
import { type Put, putsOf } from '../timeline/puts.ts';

/**
 * Whether functions and classes of a file may have members that run without a call: conversions and accessors that are
 * static, put on them, or copied from an object literal. Then whoever gets a function may run these.
 */
export const haveMembersThatRun = perScan((scan: ScanContext): boolean => {
  const running = putsOf(scan).filter(isRun);
  return running.some((put) => !isOfLiteral(put)) || (running.length > 0 && givesMembers(scan));
});

function isRun(put: Put): boolean {
  return !put.ofInstances && (put.kind !== 'value' || protocolOf(put) !== null);
}

function isOfLiteral({ by, value }: Put): boolean {
  if (value === null || by === 'descriptor') return false;
  return value.type === 'ObjectMethod' || parentOf(value)?.type === 'ObjectProperty';
}

/** `Object.assign(f, { … })`, `Object.setPrototypeOf(f, { … })` */
function givesMembers(scan: ScanContext): boolean {
  return callsByName(scan).ofAny(giving).length > 0 || assignedByKey(scan).has('__proto__');
}

const giving: ReadonlySet<string> = new Set(['assign', 'setPrototypeOf']);
