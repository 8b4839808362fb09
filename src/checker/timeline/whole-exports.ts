import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { assignmentsByName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { readsOfModuleAliases } from '../module-aliases.ts';
import { perScan } from '../per-scan.ts';

/** Every value that is assigned to `module.exports`, be it by another name for `module`. */
export const wholeExports = perScan((scan): readonly t.Node[] => {
  const aliases = new Set<t.Node>(readsOfModuleAliases(scan.scopes));
  const isModule = (node: t.Node): boolean => isFree(scan, node, 'module') || aliases.has(node);
  return valuesFor(
    scan,
    (target) =>
      target.type === 'MemberExpression' && staticKey(target) === 'exports' && isModule(target.object),
  );
});

/** Every value that is assigned to the wrapper's variable `exports`. */
export const exportsVariable = perScan((scan): readonly t.Node[] =>
  valuesFor(scan, (target) => isFree(scan, target, 'exports')),
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

function isFree(scan: ScanContext, node: t.Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name && scan.scopes.referenceOf(node)?.binding === null;
}
