import type * as t from '@babel/types';
import { classTypes, fieldTypes, functionTypes, isFunction } from '../../syntax/kinds.ts';
import type { NodeType } from '../../syntax/node-lists.ts';
import type { ScanContext } from '../context.ts';
import { placesOf } from '../exports/places.ts';
import type { RunValue } from '../facts.ts';
import { nodesOf } from '../nodes.ts';

/** The parts of a file that run on their own: the top level, each function, and each class for being constructed. */
export class Regions {
  readonly nodes: readonly t.Node[];
  readonly #indexOf = new Map<t.Node, number>();
  readonly #places: ReturnType<typeof placesOf>;

  constructor(scan: ScanContext) {
    this.#places = placesOf(scan);
    this.nodes = [scan.parsed.program, ...types.flatMap((type) => this.#ofType(scan, type))];
    for (const [index, node] of this.nodes.entries()) this.#indexOf.set(node, index);
  }

  #ofType(scan: ScanContext, type: NodeType): readonly t.Node[] {
    return nodesOf(scan, type).filter((node) => {
      if (isFunction(node)) return !this.#places.runsInPlace(node);
      return !('static' in node && node.static);
    });
  }

  /** The region in which a node is evaluated. */
  around(node: t.Node): number {
    const { region } = this.#places.of(node);
    return region === null ? 0 : (this.#indexOf.get(region) ?? 0);
  }

  /** The region that a function or class is; undefined where it runs in place. */
  indexOf(node: t.Node): number | undefined {
    return this.#indexOf.get(node);
  }

  own(node: t.Node): RunValue {
    const region = this.#indexOf.get(node);
    return region === undefined ? { kind: 'unknown' } : { kind: 'own', region };
  }
}

const types: readonly NodeType[] = [...functionTypes, ...classTypes, ...fieldTypes];
