import type * as t from '@babel/types';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import type { MethodFacts } from '../facts.ts';
import { perScan } from '../per-scan.ts';
import { namesOf } from '../strict/function-names.ts';
import { isPrototype } from '../timeline/puts.ts';
import { isConstructor, isGivenAway } from './given-away.ts';
import { telling, thisByFunction } from './this-telling.ts';

/** Functions of a file that another one may have for methods of what it exports. */
export function methodFacts(scan: ScanContext): MethodFacts {
  const known = tellingFunctions(scan).map((fn) => namesOf(scan, fn));
  return {
    names: [...new Set(known.flatMap(({ names }) => names))].filter((name) => name !== ''),
    isExports: known.some(({ isExports }) => isExports),
    areFree: tellingFunctions(scan).some((fn) => !isOfInstances(fn)),
  };
}

/** Whether what others call may be a function of the file that tells what it is a method of. */
export const givesAwayTelling = perScan((scan: ScanContext): boolean =>
  tellingFunctions(scan).some((fn) => isGivenAway(scan, fn)),
);

const tellingFunctions = perScan((scan: ScanContext): readonly t.Function[] =>
  [...thisByFunction(scan).keys()].filter(
    (fn) => telling(scan, fn, noKeys) !== null && !isConstructor(scan, fn),
  ),
);

/** Reading what a namespace has gives what the object gave. */
const noKeys: ReadonlySet<string> = new Set();

/** Only the instances of a class have it, whose `this` is another one. */
function isOfInstances(fn: t.Function): boolean {
  if (fn.type === 'ClassMethod') return !fn.static;
  const parent = parentOf(fn);
  if (parent?.type !== 'AssignmentExpression' || parent.left.type !== 'MemberExpression') return false;
  return isPrototype(parent.left.object);
}
