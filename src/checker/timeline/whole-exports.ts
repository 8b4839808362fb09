import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { assignmentsByName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { readsOfModule } from '../exports/module-reads.ts';
import { isFreeName } from '../free-names.ts';
import { perScan } from '../per-scan.ts';

/** Every value that is assigned to `module.exports`, be it by another name for `module`. */
export const wholeExports = perScan((scan): readonly t.Node[] =>
  valuesFor(
    scan,
    (target) =>
      target.type === 'MemberExpression' &&
      staticKey(target) === 'exports' &&
      readsOfModule(scan).has(target.object),
  ),
);

/** Every value that is assigned to the wrapper's variable `exports`. */
export const exportsVariable = perScan((scan): readonly t.Node[] =>
  valuesFor(scan, (target) => isFreeName(target, 'exports', scan.scopes)),
);

function valuesFor(scan: ScanContext, isTarget: (target: t.Node) => boolean): readonly t.Node[] {
  return assignmentsByName(scan)
    .of('exports')
    .flatMap(({ left, right }) => {
      if (!isTarget(left)) return [];
      let value: t.Node = right;
      while (value.type === 'AssignmentExpression') value = value.right;
      return [value];
    });
}
