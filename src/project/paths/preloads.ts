import { convertingAnswers, isConverting } from '../../checker/facts/common.ts';
import { type Finding, makeFinding } from '../../checker/finding.ts';
import type { LinkModule } from '../link/module.ts';
import type { NamedPaths } from './named-paths.ts';

/**
 * Files that Electron runs in a window before its page: it takes them for CommonJS but for those that end in `.mjs`, which a
 * window in a sandbox does not run at all.
 *
 * @see Electron documentation, "ES Modules (ESM) in Electron"
 */
export function preloads(
  { files }: NamedPaths,
  modules: ReadonlyMap<string, LinkModule>,
): ReadonlyMap<string, Finding> {
  return new Map(
    files.flatMap(({ from, target, string }) => {
      if (string.use !== 'preload' || isConverting(modules.get(target)?.answer)) return [];
      const args = { importer: from };
      const related = [{ path: from, range: [string.at, string.at] as const, note: 'here' }];
      const finding = makeFinding('preload-script', { args, related, settledBy: convertingAnswers });
      return [[target, finding] as const];
    }),
  );
}
