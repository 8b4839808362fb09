import { type Finding, makeFinding, WHOLE_FILE } from '../../checker/finding.ts';
import type { LinkModule, Verdict } from './module.ts';
import { isConverted } from './verdict.ts';

/**
 * CommonJS files that pass on what others export, `module.exports = require('./x')`: Node finds the names that ES modules
 * import from them in the texts of both files, and only as long as both are CommonJS.
 *
 * @returns whether a verdict changed
 * @see Node.js documentation, "Modules: ECMAScript modules", "CommonJS Namespaces"
 */
export function judgeRelays(
  modules: ReadonlyMap<string, LinkModule>,
  verdicts: ReadonlyMap<string, Verdict>,
): boolean {
  let changed = false;
  for (const { id, relays } of modules.values()) {
    if (relays.length === 0 || isConverted(verdicts.get(id)!.fate)) continue;
    for (const relayed of relays) {
      const verdict = verdicts.get(relayed);
      if (verdict === undefined || !isConverted(verdict.fate)) continue;
      verdict.fate = 'stay';
      verdict.findings.push(findingFor(id));
      changed = true;
    }
  }
  return changed;
}

function findingFor(relay: string): Finding {
  const related = [{ path: relay, range: WHOLE_FILE, note: 'here' }];
  return makeFinding('names-passed-on', { args: { path: relay }, related });
}
