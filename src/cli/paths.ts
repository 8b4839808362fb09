import type { Report } from '../project/report.ts';
import { Failure } from './failure.ts';
import { didYouMean } from './nearest.ts';

/** Names for which a path that leads to nothing may have been a slip. */
const COMMANDS = ['check', 'explain', 'undo', 'doctor'];

const BAD_PATHS: ReadonlySet<string> = new Set(['no-such-path', 'outside-project']);

/** Fails where a path that was named leads to nothing, or out of here: converting the rest would look like success. */
export function refuseBadPaths(report: Pick<Report, 'files'>): void {
  for (const { path, diagnostics } of report.files) {
    const bad = diagnostics.find(({ code }) => BAD_PATHS.has(code));
    if (bad === undefined) continue;
    const message = bad.message.includes(path) ? bad.message : `${path}: ${bad.message}`;
    throw new Failure(message + didYouMean(path, COMMANDS, (match) => `\`esmshift ${match}\``));
  }
}
