import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { RuntimeUse } from '../facts.ts';
import { type Finding, makeFinding } from '../finding.ts';
import { rangeOf } from '../nodes.ts';
import type { FeatureUse } from './use.ts';

/**
 * What has no exact counterpart in an ES module. The others have one:
 *
 * | use | counterpart | from |
 * |---|---|---|
 * | `__dirname`, `module.path` | `import.meta.dirname` | 20.11 |
 * | `__filename`, `module.filename` | `import.meta.filename` | 20.11 |
 * | `require.resolve`, `require` as a value | `createRequire(import.meta.url)`, whose members are the same objects | 12.2 |
 * | `require.main === module`, `!module.parent` | `import.meta.main` | 24.2 |
 * | `typeof require`, `typeof module`, `typeof exports` | the strings that the wrapper makes them | |
 *
 * Before 24.2 `process.argv[1]` has to be resolved as Node resolves the file that it starts (extension, index,
 * symbolic link) and compared with `import.meta.filename`.
 */
const codes: ReadonlyMap<RuntimeUse['feature'], DiagnosticCode> = new Map([
  ['arguments', 'top-level-arguments'],
  ['module', 'module-property'],
  ['module.children', 'module-children'],
  ['module.id', 'module-id'],
  ['module.isPreloading', 'module-property'],
  ['module.loaded', 'module-loaded'],
  ['module.parent', 'module-parent'],
  ['module.paths', 'module-paths'],
  ['require.cache', 'require-cache'],
  ['require.extensions', 'require-extensions'],
  ['require.main', 'require-main'],
  ['return', 'top-level-return'],
] as const);

/** What stands in the way of converting this use; null where it has an exact counterpart. */
export function findingOf(use: FeatureUse): Finding | null {
  const code = use.written ? 'wrapper-name-assigned' : use.mainTest ? undefined : codes.get(use.feature);
  if (code === undefined) return null;
  const name = use.feature === 'module' ? `module.${use.key}` : use.feature;
  return makeFinding(code, { range: rangeOf(use.node), args: { name } });
}
