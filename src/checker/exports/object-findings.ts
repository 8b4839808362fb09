import type { ScanContext } from '../context.ts';
import { type DiagnosticCode, diagnostics } from '../diagnostics/codes.ts';
import type { Answer, KeyFacts } from '../facts.ts';
import { type Finding, makeFinding, type RelatedPlace } from '../finding.ts';
import { rangeOf } from '../nodes.ts';
import { definerOf } from '../transpiled/getters.ts';
import { headerOf } from '../transpiled/header.ts';
import { escapeCode, getterDefined } from './escape-codes.ts';
import type { Resolved } from './mentions.ts';
import { getsOnlyValues } from './plain-receivers.ts';
import { roleOf } from './roles.ts';
import { type Receiving, thisFindings } from './this-findings.ts';
import type { Occurrence } from './trace.ts';
import { umdTest } from './umd.ts';
import type { Use } from './uses.ts';
import { UNCERTAIN } from './versions.ts';

/** Answers under which one ordinary object stands for the exports: whatever is done with it is then the same. */
const byObject: readonly Answer[] = ['default', 'keep'];

/** Keys that every object inherits (ECMA-262 §20.1.3): reading them from an object without them still gives something. */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** The name of an export must be well-formed Unicode (ECMA-262 §16.2.3.1). */
const loneSurrogate = /\p{Surrogate}/u;

export interface FindingInputs {
  readonly context: ScanContext;
  readonly resolved: readonly Resolved[];
  readonly keys: readonly KeyFacts[];
  readonly receivers: ReadonlyMap<string, Receiving>;
}

/** What stands in the way of named exports, where E0 stays `module.exports`. */
export function objectFindings({ context, resolved, keys, receivers }: FindingInputs): readonly Finding[] {
  const byKey = new Map(keys.map((key) => [key.key, key]));
  return [...resolved.flatMap(findingsOf), ...keys.flatMap(conditionalKey), ...thisFindings(receivers)];

  function findingsOf(each: Resolved): readonly Finding[] {
    const { mention, occurrence, decisive } = each;
    const { use } = mention;
    const at = { range: mention.range, args: { alias: mention.via }, related: bindingOf(occurrence) };
    if (mention.version === UNCERTAIN) return [{ code: 'exports-uncertain', ...at, settledBy: byObject }];
    switch (use.kind) {
      case 'escape': {
        const code = escapeCode(decisive, context.scopes);
        const getter = getterMadeBy(context, each, code);
        const args = { alias: mention.via, how: use.how, ...(getter === null ? {} : { getter }) };
        return [
          makeFinding(code, {
            range: decisive.kind === 'computed' ? rangeOf(decisive.member) : mention.range,
            args,
            related: at.related,
            settledBy: byObject,
          }),
        ];
      }
      case 'read':
      case 'call':
      case 'write':
        return keyFindings(each, use.key, use.kind, use.member);
      default:
        return [];
    }
  }

  function keyFindings(
    each: Resolved,
    key: string,
    kind: 'read' | 'call' | 'write',
    member: readonly [number, number],
  ): readonly Finding[] {
    const { mention, occurrence, decisive } = each;
    const related = bindingOf(occurrence);
    const facts = byKey.get(key);
    const args = { alias: mention.via, key };
    const report = (code: DiagnosticCode): readonly Finding[] => [
      makeFinding(code, { range: member, args, related, settledBy: byObject }),
    ];
    if (key === '__proto__') return report('exports-proto');
    if (key === '__esModule' && kind === 'write') return report('transpiled');
    if (inherited.has(key) && (facts === undefined || (facts.readBeforeWrite && isRead(each, facts))))
      return report('exports-inherited-key');
    if (kind === 'write') {
      if (loneSurrogate.test(key)) return report('exports-malformed-key');
      return key === 'then' && mayBeCalled(decisive) ? report('exports-then') : [];
    }
    if (kind === 'call' && facts !== undefined && !facts.thisFree) return report('exports-method-call');
    return [];
  }

  /** Also by an assignment: `exports.constructor ??= value` finds one. */
  function isRead(each: Resolved, { reads }: KeyFacts): boolean {
    return reads.includes(resolved.indexOf(each));
  }

  function conditionalKey({ key, presence, writes }: KeyFacts): readonly Finding[] {
    if (presence === 'always') return [];
    const { mention } = resolved[writes[0]!]!;
    const range = mention.use.kind === 'write' ? mention.use.member : mention.range;
    return [
      makeFinding('exports-conditional', { range, args: { alias: mention.via, key }, settledBy: byObject }),
    ];
  }
}

/**
 * Output of a compiler and wrappers for several module systems do much that cannot be resolved; where that is in the
 * way, the reader is told what the file is, not each of these things.
 */
export function inOneWord(context: ScanContext, findings: readonly Finding[]): Finding | null {
  const marker = findings.find(({ code }) => code === 'transpiled');
  const hindrance = findings.find((finding) => finding !== marker && isRefusal(finding));
  const related = hindrance
    ? [{ path: null, range: hindrance.range, note: 'this stands in the way, for one thing' }]
    : [];
  if (marker !== undefined) return { ...marker, related };
  if (hindrance === undefined) return null;
  const compiled = headerOf(context)?.marker ?? definerOf(context)?.statement;
  if (compiled !== undefined)
    return makeFinding('transpiled', { range: rangeOf(compiled), related, settledBy: byObject });
  const test = umdTest(context);
  if (test === null) return null;
  const args = { test: context.source.slice(test.start!, test.end!) };
  return makeFinding('umd', { range: rangeOf(test), args, settledBy: byObject });
}

/** Whether a key gets anything but a literal. */
function mayBeCalled(use: Use): boolean {
  const role = use.kind === 'member' ? roleOf(use.member) : null;
  const type = role?.kind === 'write' ? (role.value?.type ?? '') : '';
  return !/^(?:Array|Object)Expression$|^(?!Template).*Literal$/.test(type);
}

function isRefusal({ code }: Finding): boolean {
  return diagnostics[code].severity === 'refusal';
}

/** The key that may become a getter by a use, '' for none; null where nothing is known of that. */
function getterMadeBy(
  scan: ScanContext,
  { occurrence, decisive }: Resolved,
  code: DiagnosticCode,
): string | null {
  if (code === 'exports-escape') return getsOnlyValues(scan, occurrence.node) ? '' : null;
  return decisive.kind === 'passed' ? getterDefined(decisive.call, code) : null;
}

/** The place where an alias was bound. */
export function bindingOf({ holder }: Occurrence): readonly RelatedPlace[] {
  const bound = holder.kind === 'alias' ? holder.writes[0] : undefined;
  if (bound === undefined) return [];
  return [{ path: null, range: rangeOf(bound.target), note: `\`${holder.name}\` is bound here` }];
}
