import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import type { EffectFact, ExportCall } from '../facts.ts';
import { nodesOf, rangeOf } from '../nodes.ts';
import { type LoadEvent, withoutRepeats } from './event.ts';
import { callOf, originOf } from './judge.ts';
import type { Summaries } from './summaries.ts';
import { either, optionsOf, THIS, type Value } from './value.ts';

/** What calling each export does beyond this module; an export that is not listed is no function, or not known. */
export function exportCalls(scan: ScanContext, summaries: Summaries): readonly ExportCall[] {
  const { values } = summaries;
  const whole = wholeExports(scan);
  const exported = new Map<string | null, Value>(
    keysOfExports(scan, whole).map((key) => [key, values.named(key)]),
  );
  if (whole.length > 0) exported.set(null, either(whole.map((value) => values.of(value))));
  return [...exported].flatMap(([key, value]) => {
    const effects = effectsOfCalling(summaries, value, scan.parsed.program);
    return effects === null ? [] : [{ key, effects }];
  });
}

function effectsOfCalling(summaries: Summaries, value: Value, place: t.Node): readonly EffectFact[] | null {
  const callable = optionsOf(value).filter(({ kind }) => kind !== 'own');
  if (callable.length === 0) return null;
  const events = callable.flatMap((option) =>
    option.kind === 'function' ? summaries.of(option.node) : callOf(option, place),
  );
  return withoutRepeats(events).flatMap((event) => toEffect(event) ?? []);
}

/** The caller is not known, so that what it hands over is not either; only `this` is the exports themselves. */
function toEffect(event: LoadEvent): EffectFact | null {
  switch (event.kind) {
    case 'effect':
      return event.effect;
    case 'read':
      return null;
    case 'require':
      return {
        kind: 'call',
        range: rangeOf(event.node),
        callee: { kind: 'required', require: event.require, path: [] },
      };
    case 'write':
      return event.to.index === THIS
        ? null
        : { kind: 'write', range: rangeOf(event.node), callee: originOf(event.to) };
    case 'call':
      return { kind: 'call', range: rangeOf(event.node), callee: originOf(event.callee) };
  }
}

/** Every value that is assigned to `module.exports`. */
export function wholeExports(scan: ScanContext): readonly t.Node[] {
  return nodesOf(scan, 'AssignmentExpression').flatMap(({ left, right }) => {
    if (!isModuleExports(scan, left)) return [];
    let value: t.Node = right;
    while (value.type === 'AssignmentExpression') value = value.right;
    return [value];
  });
}

/** `exports.key = …`, `module.exports.key = …`, and the keys of `module.exports = { … }`, by a variable too. */
function keysOfExports(scan: ScanContext, whole: readonly t.Node[]): readonly string[] {
  const names = new Set(whole.flatMap((value) => (value.type === 'Identifier' ? [value.name] : [])));
  const keys = new Set<string>();
  for (const { left } of nodesOf(scan, 'AssignmentExpression')) {
    if (left.type !== 'MemberExpression') continue;
    const key = staticKey(left);
    const isExport =
      isFree(scan, left.object, 'exports') ||
      isModuleExports(scan, left.object) ||
      (left.object.type === 'Identifier' && names.has(left.object.name));
    if (key !== null && isExport) keys.add(key);
  }
  for (const value of whole) for (const key of keysOfLiteral(scan, value)) keys.add(key);
  return [...keys];
}

function keysOfLiteral(scan: ScanContext, value: t.Node): readonly string[] {
  if (value.type === 'Identifier') return keysOfVariable(scan, value);
  if (value.type !== 'ObjectExpression') return [];
  return value.properties.flatMap((property) =>
    property.type === 'SpreadElement' ? [] : (staticKey(property) ?? []),
  );
}

function keysOfVariable(scan: ScanContext, { name }: t.Identifier): readonly string[] {
  const declaration = scan.scopes.program.bindings.get(name)?.declarations[0];
  const declarator = declaration && parentOf(declaration);
  const init = declarator?.type === 'VariableDeclarator' ? declarator.init : null;
  return init?.type === 'ObjectExpression' ? keysOfLiteral(scan, init) : [];
}

function isModuleExports(scan: ScanContext, node: t.Node): boolean {
  if (node.type !== 'MemberExpression' || staticKey(node) !== 'exports') return false;
  return isFree(scan, node.object, 'module');
}

function isFree(scan: ScanContext, node: t.Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name && scan.scopes.referenceOf(node)?.binding === null;
}
