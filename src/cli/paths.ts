import { join, resolve } from 'node:path';
import type { Report } from '../project/report.ts';
import { parseAnswers } from './answers.ts';
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

/** Fails where an answer of the command line is for a path that the run does not take: it would settle nothing. */
export function refuseStrayAnswers(
  { root, files }: Pick<Report, 'root' | 'files'>,
  cwd: string,
  answers: readonly string[] = [],
): void {
  const taken = new Map(files.map(({ path }) => [join(root, path), path]));
  for (const path of Object.keys(parseAnswers(answers))) {
    if (taken.has(resolve(cwd, path)) || GLOB.test(path)) continue;
    const near = didYouMean(path, taken.values(), (match) => match);
    throw new Failure(`--answer ${path} is for no file that this run takes.${near}`);
  }
}

const GLOB = /[!()*?[\]{}]/;
