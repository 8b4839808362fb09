import type { DiagnosticCode } from '../../checker/diagnostics/codes.ts';
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
 */
export function mayReject(finding: Finding, facts: LinkFacts): boolean {
  const rejected = rejectedAfter(finding);
  if (rejected.size === 0 || facts.layout.useStrict.length > 0) return false;
  const codes = new Map(facts.findings.map(({ code, range }) => [range[0], code]));
  return facts.exports.mentions.some(({ use, range: [at], deferred }) => {
    const code = use.kind === 'write' ? WRITE : use.kind === 'escape' ? codes.get(at) : undefined;
    return code !== undefined && rejected.has(code) && (deferred || at > finding.range[0]);
  });
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
