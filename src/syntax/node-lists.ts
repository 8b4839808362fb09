import type * as t from '@babel/types';
import { type Shape, shapeOf } from './shape.ts';

export type NodeType = t.Node['type'];
export type NodeOf<Type extends NodeType> = Extract<t.Node, { type: Type }>;

const NONE: readonly t.Node[] = [];

/** The nodes of a program by type, each list in source order. */
export class NodeLists {
  readonly #lists: t.Node[][] = [];

  /** For the walk alone. */
  add({ index }: Shape, node: t.Node): void {
    const list = this.#lists[index];
    if (list === undefined) this.#lists[index] = [node];
    else list.push(node);
  }

  of<Type extends NodeType>(type: Type): readonly NodeOf<Type>[] {
    return (this.#lists[shapeOf(type).index] ?? NONE) as readonly NodeOf<Type>[];
  }
}
