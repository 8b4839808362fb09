import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import type { ScanContext } from '../context.ts';
import type { ExportsFacts } from '../facts.ts';
import { type Finding, makeFinding } from '../finding.ts';
import { rangeOf } from '../nodes.ts';
import { escapeWords } from './escapes.ts';
import { type HolderWrite, MODULE, sameValue } from './holders.ts';
import { refusalWords } from './mention-use.ts';
import { bindingOf } from './object-findings.ts';
import { roleOf } from './roles.ts';
import type { Occurrence, Refused, Trace } from './trace.ts';
import type { Use } from './uses.ts';
import { readsOfWrapper } from './wrapper-reads.ts';

/** Where `module` itself gets out of sight: whoever has it may assign to its `exports`. No answer settles that. */
export function moduleFindings(context: ScanContext, traced: Trace): readonly Finding[] {
  const refusedBy = new Map<Use, Refused>(traced.refused.map((refused) => [refused.use, refused]));
  const escaped = traced.occurrences.flatMap((occurrence) => {
    if (occurrence.holder.of !== 'module') return [];
    const how = occurrence.uses.map((use) => escapeOf(use, occurrence)).find((words) => words !== null);
    return how === undefined ? [] : [escapeFinding(context, occurrence, how)];
  });
  return traced.module.writes.some(isReplacement)
    ? reassigned(context, traced)
    : [...escaped, ...redeclared(context, traced)];

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

/** `typeof m`, `m && ...`: what it gives is known. That of a free `typeof module` is one of the features of the wrapper. */
export function moduleTests({ occurrences, module }: Trace): ExportsFacts['moduleTests'] {
  if (module.writes.some(isReplacement)) return [];
  return occurrences.flatMap(({ holder, uses }) => {
    if (holder.of !== 'module') return [];
    const isFree = holder.kind === 'module' && holder.binding === null;
    return uses.flatMap((use) => {
      if (use.kind !== 'test' || (use.typeof && isFree)) return [];
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

function isReplacement({ result }: HolderWrite): boolean {
  return !sameValue(result, MODULE);
}

/**
 * What there is to say where the variable `module` gets another value: nothing, unless `module.exports` is mentioned as
 * well, or something may read the module object before. Of a variable that the file does not declare, facts about the
 * wrapper take each member and `typeof` for one of that object.
 */
function reassigned(context: ScanContext, { module, cell, denotes, occurrences }: Trace): readonly Finding[] {
  const mentionsExports = cell.writes.length > 0 || [...denotes.values()].includes(cell);
  const isTakenForModule =
    module.binding === null &&
    occurrences.some(({ holder, uses }) => holder === module && !uses.every(isUseOfValue));
  const isSafe = !mentionsExports && !isTakenForModule && readsOfWrapper(context, 'module').length === 0;
  const range = rangeOf(module.writes.find(isReplacement)!.target);
  return isSafe ? [] : [makeFinding('module-reassigned', { range, settledBy: ['keep'] })];
}

function isUseOfValue({ kind }: Use): boolean {
  return (
    kind === 'compare' || kind === 'escape' || kind === 'nothing' || kind === 'passed' || kind === 'store'
  );
}

/** `var module = module || {}` keeps the module object; what is asked of it then is not found where the wrapper's is. */
function redeclared(context: ScanContext, { module, occurrences }: Trace): readonly Finding[] {
  if (module.binding === null) return [];
  const asked = occurrences.filter(({ holder, uses }) => holder === module && uses.some(isMemberButExports));
  return asked.map((occurrence) => escapeFinding(context, occurrence, 'is declared again with `var`'));
}

function isMemberButExports(use: Use): boolean {
  return use.kind === 'member' && use.key !== 'exports';
}

/** Whether `module` is assigned to as a variable that nothing declares in an ES module. */
export function moduleNeedsVariable({ module }: Trace): boolean {
  return module.binding === null && module.writes.length > 0;
}
