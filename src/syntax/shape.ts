import type * as t from '@babel/types';
import { VALUE_CHILDREN } from './children.ts';
import { TYPE_CHILDREN } from './children-of-types.ts';
import { type Role, TYPE } from './role.ts';

/** The children of a node type: two arrays of the same length, as the walk wants them. */
export interface Shape {
  /** The number of the type, for tables that are looked up for every node. */
  readonly index: number;
  readonly keys: readonly string[];
  readonly roles: readonly Role[];
  /** Whether the node itself belongs to the type system. */
  readonly isType: boolean;
}

const SHAPES = new Map<string, Shape>();
for (const [type, children] of Object.entries(VALUE_CHILDREN)) {
  add(type, Object.keys(children), Object.values(children), false);
}
for (const [type, children] of Object.entries(TYPE_CHILDREN)) {
  const keys = children === '' ? [] : children.split(' ');
  add(
    type,
    keys,
    keys.map(() => TYPE),
    true,
  );
}

function add(type: string, keys: readonly string[], roles: readonly Role[], isType: boolean): void {
  SHAPES.set(type, { index: SHAPES.size, keys, roles, isType });
}

/**
 * The shape of a type of node.
 *
 * @throws Error for a type that is in no table: walking past it would silently miss what is inside.
 */
export function shapeOf(type: t.Node['type']): Shape {
  const shape = SHAPES.get(type);
  if (shape === undefined) throw new Error(`No table of children knows the node type ${type}`);
  return shape;
}
