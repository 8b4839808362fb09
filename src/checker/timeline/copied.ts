import type * as t from '@babel/types';
import { classTypes } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import { callsByName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { perScan } from '../per-scan.ts';
import { assignedByKey } from './assigned.ts';
import { builtinCalls, isPrototype } from './puts.ts';

/** The values whose members objects of the file get: `{ ...value }`, `Object.assign({}, value)`. */
export function copiedWhole(scan: ScanContext): readonly t.Node[] {
  const spread = nodesOf(scan, 'SpreadElement').flatMap((node) =>
    parentOf(node)?.type === 'ObjectExpression' ? [node.argument] : [],
  );
  const assigned = callsByName(scan)
    .of('assign')
    .flatMap(({ callee, arguments: [, ...given] }) => (callee.type === 'MemberExpression' ? given : []));
  return [...spread, ...assigned, ...prototypesGiven(scan).filter((value) => !isPrototype(value))];
}

/** `{ __proto__: value }`, `Object.create(value)`, `Object.setPrototypeOf(x, value)` */
const prototypesGiven = perScan((scan: ScanContext): readonly t.Node[] => {
  return [
    ...(assignedByKey(scan).get('__proto__') ?? []).flatMap(({ value }) => value ?? []),
    ...builtinCalls(scan, creating).flatMap(({ arguments: [prototype] }) => prototype ?? []),
    ...builtinCalls(scan, settingPrototypes).flatMap(({ arguments: [, prototype] }) => prototype ?? []),
  ];
});

const creating: ReadonlySet<string> = new Set(['create']);
const settingPrototypes: ReadonlySet<string> = new Set(['setPrototypeOf']);

/** What classes of the file extend, `Base.prototype` of those that are no classes. */
export const basesOf = perScan((scan: ScanContext): readonly t.Node[] => [
  ...classTypes.flatMap((type) => nodesOf(scan, type)).flatMap(({ superClass }) => superClass ?? []),
  ...callsByName(scan)
    .of('inherits')
    .flatMap(({ arguments: [, base] }) => base ?? []),
  ...prototypesGiven(scan).filter(isPrototype),
]);
