import type * as t from '@babel/types';
import { wordsOf } from '../../../lists.ts';
import type { Binding } from '../../../syntax/scope.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import type { ScanContext } from '../../context.ts';
import { valueGiven } from '../../writes.ts';
import { anyOf, type KeySet, keysOfValue, none } from './fixed-keys.ts';
import { followedKeys } from './followed-keys.ts';

/**
 * Which keys of what a variable holds that gets one of several values reject writes: `options = options || DEFAULTS`,
 * `function f(options = DEFAULTS) {}`.
 */
export function keysOfChoices(scan: ScanContext, object: t.Node): KeySet {
  const binding = object.type === 'Identifier' ? scan.scopes.referenceOf(object)?.binding : null;
  if (!binding || binding.kind === 'function' || binding.kind === 'class') return none;
  const given = binding.writes.flatMap(({ node }) => valueGiven(node) ?? []);
  const isOne = given.length === 1 && binding.kind !== 'parameter' && !choosing.has(given[0]!.type);
  return isOne
    ? none
    : anyOf([...given, ...defaultsOf(binding)].flatMap(choicesIn).map((value) => closedBefore(scan, value)));
}

const choosing = wordsOf('ConditionalExpression LogicalExpression');

function defaultsOf({ kind, declarations: [name] }: Binding): readonly t.Node[] {
  const pattern = kind === 'parameter' ? parentOf(name!) : null;
  return pattern?.type === 'AssignmentPattern' && pattern.left === name ? [pattern.right] : [];
}

/** What a choice chooses among. */
export function choicesIn(value: t.Node): readonly t.Node[] {
  const node = unwrap(value);
  switch (node.type) {
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap(choicesIn);
    case 'LogicalExpression':
      return [node.left, node.right].flatMap(choicesIn);
    case 'SequenceExpression':
      return choicesIn(node.expressions.at(-1)!);
    default:
      return [node];
  }
}

function closedBefore(scan: ScanContext, value: t.Node): KeySet {
  if (value.type === 'Identifier') return followedKeys(scan, value);
  return value.type === 'CallExpression'
    ? anyOf([keysOfValue(scan, value), followedKeys(scan, value)])
    : none;
}
