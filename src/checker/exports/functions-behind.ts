import type * as t from '@babel/types';
import { alternativesOf } from '../../syntax/alternatives.ts';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import type { ScanContext } from '../context.ts';
import type { OriginFact } from '../facts.ts';
import { valuesOf as onlyValueOf } from '../strict/own-functions.ts';
import { assignedByKey } from '../timeline/assigned.ts';
import { originOf } from '../timeline/judge.ts';
import type { Call } from '../timeline/origins.ts';
import { optionsOf, type Value } from '../timeline/value.ts';
import type { Values } from '../timeline/values.ts';

/** What calling a value may call. */
export interface FunctionsBehind {
  /** Functions of the file. */
  readonly functions: readonly t.Function[];
  /** Where the others come from, if that is known. */
  readonly from: readonly OriginFact[];
  /** Whether it may be any function that the file has given away: what `wrap(f)` returns may call `f`. */
  readonly isOpen: boolean;
}

/** @param value an expression, or a declaration of a function or class */
export function functionsBehind(scan: ScanContext, values: Values, value: t.Node): FunctionsBehind {
  const functions: t.Function[] = [];
  const from: OriginFact[] = [];
  let isOpen = false;
  for (const leaf of leavesOf(scan, value)) {
    if (isFunction(leaf)) functions.push(leaf);
    if (isFunction(leaf) || isBound(leaf)) continue;
    const options = optionsOf(values.of(leaf));
    for (const option of options) {
      if (option.kind === 'function' && isFunction(option.node)) functions.push(option.node);
      if (option.kind === 'required' || option.kind === 'global') from.push(originOf(option));
    }
    isOpen ||= options.some(isUnknown);
    if (!isCall(leaf)) continue;
    isOpen ||= options.some(({ kind }) => kind !== 'function');
    for (const given of leaf.arguments)
      for (const option of optionsOf(values.of(given)))
        if (option.kind === 'required') from.push(originOf(option));
  }
  return { functions, from, isOpen };
}

function isUnknown(value: Value): boolean {
  return value.kind === 'unknown' || value.kind === 'parameter';
}

/**
 * The expressions of which a value is one: through branches, assignments, variables that get nothing else, and whatever
 * the file puts under a key.
 */
function leavesOf(scan: ScanContext, value: t.Node): readonly t.Node[] {
  const found = new Set([unwrap(value)]);
  for (const node of found) for (const part of partsOf(scan, node)) found.add(unwrap(part));
  return [...found].filter((node) => !passesOn.has(node.type));
}

const passesOn: ReadonlySet<string> = new Set([
  'AssignmentExpression',
  'ConditionalExpression',
  'LogicalExpression',
  'SequenceExpression',
]);

function partsOf(scan: ScanContext, node: t.Node): readonly t.Node[] {
  switch (node.type) {
    case 'SequenceExpression':
      return [node.expressions.at(-1)!];
    case 'Identifier': {
      const binding = scan.scopes.referenceOf(node)?.binding;
      return binding ? onlyValueOf(binding) : [];
    }
    case 'MemberExpression':
      return (assignedByKey(scan).get(staticKey(node) ?? '') ?? []).flatMap(({ kind, value }) =>
        kind === 'value' && value !== null ? [value] : [],
      );
    default:
      return alternativesOf(node) ?? [];
  }
}

function isCall(node: t.Node): node is Call {
  return node.type === 'CallExpression' || node.type === 'NewExpression';
}

/** `f.bind(object)`: it has a `this` of its own. */
function isBound(node: t.Node): boolean {
  if (node.type !== 'CallExpression' || node.arguments.length === 0) return false;
  return node.callee.type === 'MemberExpression' && staticKey(node.callee) === 'bind';
}
