import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import { parentOf } from '../../../syntax/tree.ts';
import type { ScanContext } from '../../context.ts';
import { perScan } from '../../per-scan.ts';

/** Calls of the methods of `Object`, and those that `Reflect` has of the same names (ECMA-262 §28.1), in source order. */
export function callsOfObject(scan: ScanContext): readonly t.CallExpression[] {
  return [...methodsByCall(scan).keys()];
}

/** `freeze` for `Object.freeze(...)`. */
export function methodOfObject(scan: ScanContext, call: t.CallExpression): string | null {
  return methodsByCall(scan).get(call) ?? null;
}

/** By the name of the global object, or of a variable that gets nothing but the method. */
const methodsByCall = perScan((scan): ReadonlyMap<t.CallExpression, string> => {
  const calls: (readonly [call: t.CallExpression, method: string])[] = [];
  for (const { node } of ['Object', 'Reflect'].flatMap((name) => scan.scopes.free.get(name) ?? [])) {
    const parent = parentOf(node);
    if (parent?.type === 'MemberExpression' && parent.object === node) addUse(parent, staticKey(parent));
    if (parent?.type === 'VariableDeclarator' && parent.init === node) addPattern(parent.id);
  }
  return new Map(calls.toSorted(([a], [b]) => a.start! - b.start!));

  function addUse(method: t.Node, name: string | null): void {
    const parent = parentOf(method);
    if (name === null) return;
    if (parent?.type === 'CallExpression' && parent.callee === method) calls.push([parent, name]);
    if (parent?.type === 'VariableDeclarator' && parent.init === method) addVariable(parent.id, name);
  }

  function addPattern(id: t.Node): void {
    if (id.type !== 'ObjectPattern') return;
    for (const property of id.properties)
      if (property.type === 'ObjectProperty') addVariable(property.value, staticKey(property));
  }

  function addVariable(id: t.Node, name: string | null): void {
    const binding = id.type === 'Identifier' ? scan.scopes.referenceOf(id)?.binding : null;
    if (!binding || binding.writes.length > 1) return;
    for (const { node } of binding.references) if (node !== id) addUse(node, name);
  }
});
