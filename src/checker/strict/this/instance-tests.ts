import type * as t from '@babel/types';
import { parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import { membersByKey } from '../../by-name.ts';
import type { ScanContext } from '../../context.ts';
import { pathOfGlobal } from '../../free-names.ts';
import { perScan } from '../../per-scan.ts';
import { valuesOf } from '../own-functions.ts';

/**
 * `this instanceof F`, which is false for `undefined`, for namespace objects, and for the global object, too, since that
 * has nothing but `Object.prototype` in common with what programs make (ECMA-262 §13.10.2 InstanceofOperator).
 */
export function isInstanceTest(scan: ScanContext, test: t.Node): boolean {
  return (
    test.type === 'BinaryExpression' &&
    test.operator === 'instanceof' &&
    test.left.type === 'ThisExpression' &&
    !decidesItself(scan) &&
    !mayBeObject(scan, test.right)
  );
}

/** Whether it is what such a test asks about. */
export function isAskedForClass(scan: ScanContext, use: t.ThisExpression): boolean {
  const parent = parentOf(use)!;
  return isInstanceTest(scan, parent) && (parent as t.BinaryExpression).left === use;
}

/** `Object`, or a variable that holds it. */
function mayBeObject(scan: ScanContext, asked: t.Node): boolean {
  const node = unwrap(asked);
  const binding = node.type === 'Identifier' ? scan.scopes.referenceOf(node)?.binding : null;
  return [node, ...(binding ? valuesOf(binding) : [])].some((value) =>
    /(?:^|\.)Object$/.test(pathOfGlobal(scan, value) ?? ''),
  );
}

/** `static [Symbol.hasInstance](value) {}`, `F.prototype = Object.prototype` */
const decidesItself = perScan(
  (scan): boolean =>
    membersByKey(scan).of('hasInstance').length > 0 ||
    membersByKey(scan)
      .of('prototype')
      .some((member) => {
        const parent = parentOf(member)!;
        return (
          parent.type === 'AssignmentExpression' &&
          parent.right === member &&
          pathOfGlobal(scan, member) === 'Object.prototype'
        );
      }),
);
