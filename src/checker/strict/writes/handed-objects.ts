import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import type { Binding } from '../../../syntax/scope.ts';
import type { ScanContext } from '../../context.ts';
import { ANY_KEY } from '../../facts/keys.ts';
import type { HandedObject } from '../../facts.ts';
import { rangeOf } from '../../nodes.ts';
import type { Values } from '../../timeline/values.ts';
import { rootOf } from '../required-names.ts';
import { receiverOf } from '../this/callbacks.ts';
import type { Member } from './attempts.ts';
import { mayComeBefore } from './fixed-keys.ts';

/**
 * Sloppy writes to, or deletions from, what a variable holds after that has been handed to a function which the file does
 * not show.
 */
export function writtenAfterHanding(
  scan: ScanContext,
  targets: readonly Member[],
  code: HandedObject['code'],
  values: Values,
): readonly HandedObject[] {
  const known = new Map<Binding, readonly Handing[]>();
  return targets.flatMap((target) => {
    const root = rootOf(target);
    const binding = root.type === 'Identifier' ? scan.scopes.referenceOf(root)?.binding : null;
    if (!binding) return [];
    const handings = known.get(binding) ?? handingsOf(binding);
    known.set(binding, handings);
    return handings.flatMap(({ node, to }) => {
      if (!mayComeBefore(node, target)) return [];
      const member = staticKey(target) ?? ANY_KEY;
      return [{ ...to, code, member, inside: target.object !== root, range: rangeOf(target) }];
    });
  });

  function handingsOf({ references }: Binding): readonly Handing[] {
    return references.flatMap(({ node }) => {
      const to = receiverOf(scan, node, values);
      return to === null ? [] : [{ node, to }];
    });
  }
}

/** Where a function gets what a variable holds. */
interface Handing {
  readonly node: t.Node;
  readonly to: NonNullable<ReturnType<typeof receiverOf>>;
}
