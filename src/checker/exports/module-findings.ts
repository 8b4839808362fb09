import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import type { ScanContext } from '../context.ts';
import type { ExportsFacts } from '../facts.ts';
import { type Finding, makeFinding } from '../finding.ts';
import { rangeOf } from '../nodes.ts';
import { escapeWords } from './escapes.ts';
import { MODULE, sameValue } from './holders.ts';
import { refusalWords } from './mention-use.ts';
import { bindingOf } from './object-findings.ts';
import { roleOf } from './roles.ts';
import type { Occurrence, Refused, Trace } from './trace.ts';
import type { Use } from './uses.ts';

/** Where `module` itself gets out of sight: whoever has it may assign to its `exports`. No answer settles that. */
export function moduleFindings(context: ScanContext, traced: Trace): readonly Finding[] {
  const refusedBy = new Map<Use, Refused>(traced.refused.map((refused) => [refused.use, refused]));
  const escaped = traced.occurrences.flatMap((occurrence) => {
    if (occurrence.holder.of !== 'module') return [];
    const how = occurrence.uses.map((use) => escapeOf(use, occurrence)).find((words) => words !== null);
    return how === undefined ? [] : [escapeFinding(context, occurrence, how)];
  });
  const other = reassigned(traced);
  return other ?? escaped;

  function escapeOf(use: Use, { uses }: Occurrence): string | null {
    const refused = refusedBy.get(use);
    if (refused !== undefined) return refusalWords(refused);
    switch (use.kind) {
      case 'member':
        return use.key === 'exports' && roleOf(use.member).kind === 'delete'
          ? 'has its `exports` deleted'
          : null;
      case 'compare':
        return isMainTest(use.expression) ? null : 'is compared';
      case 'computed':
        return 'is reached by a computed key';
      case 'nothing':
        return uses.length === 1 ? 'stands by itself' : null;
      case 'store':
        return 'is stored in a property';
      case 'passed':
      case 'escape':
        return escapeWords(context.source, use.at);
      default:
        return null;
    }
  }
}

/** `typeof m`, `m && ...`: what it gives is known. That of `typeof module` itself is one of the features of the wrapper. */
export function moduleTests({ occurrences }: Trace): ExportsFacts['moduleTests'] {
  return occurrences.flatMap(({ holder, uses }) => {
    if (holder.of !== 'module') return [];
    return uses.flatMap((use) => {
      if (use.kind !== 'test' || (use.typeof && holder.kind === 'module')) return [];
      return [{ expression: rangeOf(use.expression), result: use.result }];
    });
  });
}

function escapeFinding({ source }: ScanContext, occurrence: Occurrence, how: string): Finding {
  const { node } = occurrence;
  const args = { alias: source.slice(node.start!, node.end!), how };
  return makeFinding('module-escape', {
    range: rangeOf(node),
    args,
    related: bindingOf(occurrence),
    settledBy: ['keep'],
  });
}

/** `require.main === module`, which has an equivalent. */
function isMainTest({ left, right }: t.BinaryExpression): boolean {
  return [left, right].some((side) => {
    if (side.type !== 'MemberExpression' || side.object.type !== 'Identifier') return false;
    return side.object.name === 'require' && staticKey(side) === 'main';
  });
}

/**
 * What there is to say where the variable `module` gets another value: nothing, unless `module.exports` is mentioned
 * as well. Null where it keeps its own.
 */
function reassigned({ module, cell, denotes }: Trace): readonly Finding[] | null {
  const write = module.writes.find(({ result }) => !sameValue(result, MODULE));
  if (write === undefined) return null;
  const mentionsExports = cell.writes.length > 0 || [...denotes.values()].includes(cell);
  const range = rangeOf(write.target);
  return mentionsExports ? [makeFinding('module-reassigned', { range, settledBy: ['keep'] })] : [];
}
