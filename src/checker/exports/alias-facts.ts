import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { declaratorFact } from '../declarator.ts';
import type { Alias } from '../facts.ts';
import { outerRangeOf, rangeOf } from '../nodes.ts';
import { E0, MODULE, sameValue } from './holders.ts';
import type { Bound, Trace } from './trace.ts';

export interface AliasFacts {
  readonly list: readonly Alias[];
  /** The index of each bound name in `list`; names of other objects are ordinary variables and no facts. */
  readonly indexOf: ReadonlyMap<Bound, number>;
}

/** The names of the file that are bound once to `module` or to E0. */
export function aliasFacts(context: ScanContext, { bound, exports }: Trace): AliasFacts {
  const changes = exports.writes.some(({ result }) => !sameValue(result, E0));
  const resolved = bound.filter(({ holder, write }) => {
    if (holder.binding === null || (holder === exports && changes)) return false;
    return sameValue(write.result, holder.of === 'module' ? MODULE : E0);
  });
  resolved.sort((a, b) => startOf(a) - startOf(b));
  return {
    list: resolved.map((each) => aliasFact(context, each)),
    indexOf: new Map(resolved.map((each, index) => [each, index])),
  };
}

function aliasFact(context: ScanContext, { holder, use }: Bound): Alias {
  const by = use.kind === 'bind' || use.kind === 'destructure' ? use.by : null;
  const isParameter = use.kind === 'argument' && use.parameter !== null;
  return {
    name: holder.name,
    of: holder.of === 'module' ? 'module' : 'exports',
    version: holder.of === 'module' ? null : 0,
    declarator: by?.type === 'VariableDeclarator' ? declaratorFact(context, by) : null,
    pattern: use.kind === 'destructure',
    parameter: isParameter
      ? { range: rangeOf(use.parameter), argument: outerRangeOf(context.source, use.argument) }
      : null,
    assignment: by?.type === 'AssignmentExpression' ? rangeOf(by) : null,
  };
}

function startOf({ write: { target } }: Bound): number {
  return (parentOf(target) ?? target).start!;
}
