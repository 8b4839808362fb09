import type { ScanContext } from '../context.ts';
import { isShorthandValue, isWriteTarget, nodesOf } from '../nodes.ts';
import { functionAround, ownerOfThis } from '../owner.ts';
import type { FeatureUse } from './use.ts';

/** The wrapper's paths, and what is there only because the file is the body of a function. */
export function* topLevelUses(scan: ScanContext): Generator<FeatureUse> {
  for (const name of ['__dirname', '__filename'] as const) {
    for (const { node } of scan.scopes.free.get(name) ?? []) {
      yield { feature: name, node, written: isWriteTarget(node), shorthand: isShorthandValue(node) };
    }
  }
  if (scan.parsed.goal === 'module') return;
  for (const { node } of scan.scopes.free.get('arguments') ?? []) {
    yield { feature: 'arguments', node, written: isWriteTarget(node), shorthand: isShorthandValue(node) };
  }
  for (const node of nodesOf(scan, 'ThisExpression')) {
    if (ownerOfThis(node).type === 'Program') yield { feature: 'this', node };
  }
  for (const node of nodesOf(scan, 'ReturnStatement')) {
    if (functionAround(node).type === 'Program') yield { feature: 'return', node };
  }
}
