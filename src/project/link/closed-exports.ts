import type { DiagnosticCode } from '../../checker/diagnostics/codes.ts';
import type { Mention } from '../../checker/facts.ts';
import type { Finding } from '../../checker/finding.ts';
import type { LinkFacts } from './link-facts.ts';

/**
 * Whether what is done with the exports may close them to something that the file does with them afterwards. Sloppy code
 * goes on as if nothing had happened, a module throws (ECMA-262 §10.1.9.2, §13.5.1.2).
 *
 * ```js
 * deepFreeze(exports);
 * exports.level = 1;
 * ```
 *
 * What a function does that does not run while the file loads comes after all that the file does at its top.
 */
export function mayReject(finding: Finding, facts: LinkFacts): boolean {
  const rejected = rejectedAfter(finding);
  if (rejected.size === 0 || facts.layout.useStrict.length > 0) return false;
  const { mentions } = facts.exports;
  const codes = new Map(facts.findings.map(({ code, range }) => [range[0], code]));
  const [at] = finding.range;
  const closing = mentions.find(({ range }) => range[0] === at);
  if (closing?.deferred && rejected.has(WRITE) && writesToThis(facts)) return true;
  const isAfter = closing?.deferred ? mayRunBefore(closing) : ({ range }: Mention) => range[0] > at;
  return mentions.some((mention) => {
    const { use, range, deferred } = mention;
    const code = use.kind === 'write' ? WRITE : use.kind === 'escape' ? codes.get(range[0]) : undefined;
    return code !== undefined && rejected.has(code) && (deferred || isAfter(mention));
  });
}

/** Whether functions that are called as methods of the exports may write to them. */
function writesToThis({ exports: { keys, writtenLater } }: LinkFacts): boolean {
  return writtenLater.length > 0 && keys.some(({ usesThis }) => usesThis);
}

/** Whether a function may run while the file loads, and before what it does at its top is done. */
function mayRunBefore({ runsFrom }: Mention): (mention: Mention) => boolean {
  if (runsFrom === null) return () => false;
  return ({ use }) => use.kind !== 'write' || use.write.conditional || use.write.expression[1] > runsFrom;
}

/** A key is written by its name. */
const WRITE = 'write';

type Done = DiagnosticCode | typeof WRITE;

/** Writes by name to what the file itself froze or defined are judged elsewhere. */
const byKey: ReadonlySet<Done> = new Set<Done>(['exports-delete', 'exports-computed-key']);
const anyWrite: ReadonlySet<Done> = new Set<Done>([...byKey, WRITE]);
const nothing: ReadonlySet<Done> = new Set();

function rejectedAfter({ code, args }: Finding): ReadonlySet<Done> {
  switch (code) {
    case 'exports-define-property':
    case 'exports-frozen':
    case 'transpiled':
      return byKey;
    case 'exports-escape':
    case 'exports-proto':
      return anyWrite;
    case 'exports-inherited-key':
      return args.key === '__defineGetter__' ? anyWrite : nothing;
    default:
      return nothing;
  }
}
