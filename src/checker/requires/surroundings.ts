import type * as t from '@babel/types';
import { ancestorsOf } from '../../syntax/tree.ts';
import type { Places } from '../exports/places.ts';
import { functionAround } from '../owner.ts';

export interface Surroundings {
  /** In a `try` block whose handler catches what goes wrong here. */
  readonly guarded: boolean;
  /** Directly in an async function: `await` may be written here. */
  readonly asyncFunction: boolean;
  /** The program-body statement in which it stands. */
  readonly statement: t.Node;
}

export function surroundingsOf(node: t.Node, places: Places): Surroundings {
  const { region } = places.of(node);
  let guarded = false;
  let child = node;
  for (const parent of ancestorsOf(node)) {
    if (parent.type === 'Program') break;
    // A handler around a function does not catch what the function throws when it is called later.
    guarded ||= isGuard(parent, child) && places.of(parent).region === region;
    child = parent;
  }
  const around = functionAround(node);
  return { guarded, asyncFunction: 'async' in around && around.async === true, statement: child };
}

function isGuard(parent: t.Node, child: t.Node): boolean {
  return parent.type === 'TryStatement' && Boolean(parent.handler) && child === parent.block;
}
