import type * as t from '@babel/types';
import type { NodeOf, NodeType } from '../syntax/node-lists.ts';
import { parentOf } from '../syntax/tree.ts';
import { outerRange } from '../syntax/wrapping.ts';
import type { ScanContext } from './context.ts';
import type { Range } from './facts.ts';

/** The nodes of one type, in source order. */
export function nodesOf<Type extends NodeType>(scan: ScanContext, type: Type): readonly NodeOf<Type>[] {
  return scan.scopes.nodes.of(type);
}

export function rangeOf(node: t.Node): Range {
  return [node.start!, node.end!];
}

/** A node as the file writes it. */
export function textOf({ source }: ScanContext, node: t.Node): string {
  return source.slice(node.start!, node.end!);
}

/** The range of a node with the parentheses around it. */
export function outerRangeOf(source: string, node: t.Node): Range {
  const { start, end } = outerRange(source, node);
  return [start, end];
}

/** `{ name }` or, in a pattern, `{ name = 1 }`: the identifier is key and value at once. */
export function isShorthandValue(node: t.Node): boolean {
  const parent = parentOf(node);
  const property = parent?.type === 'AssignmentPattern' && parent.left === node ? parentOf(parent) : parent;
  return property?.type === 'ObjectProperty' && property.shorthand;
}

/** `x.y = 1`, `x.y++`, `delete x.y`, `[x.y] = list`, `for (x.y of list)` */
export function isWriteTarget(node: t.Node): boolean {
  const parent = parentOf(node);
  switch (parent?.type) {
    case 'AssignmentExpression':
    case 'AssignmentPattern':
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.left === node;
    case 'UpdateExpression':
    case 'RestElement':
    case 'ArrayPattern':
      return true;
    case 'UnaryExpression':
      return parent.operator === 'delete';
    case 'ObjectProperty':
      return parent.value === node && parentOf(parent)?.type === 'ObjectPattern';
    default:
      return false;
  }
}
