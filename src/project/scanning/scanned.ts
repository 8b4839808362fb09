import type { ModuleFacts, RunFacts } from '../../checker/facts.ts';
import type { Finding } from '../../checker/finding.ts';
import { scanInParts, scanWithRunsInParts } from '../../checker/scan.ts';
import { finish, type Steps } from '../../checker/steps.ts';
import { SyntaxFailure } from '../../syntax/parse.ts';
import { faultFinding } from '../fault-finding.ts';
import { type LinkFacts, linkedPart, type OwnFacts } from '../link/link-facts.ts';
import type { KnownContent } from '../resolve/contents.ts';
import { type LexedNames, lex } from '../resolve/lex.ts';
import { isStackOverflow, nestedTooDeeply, syntaxFinding } from '../syntax-finding.ts';

/** What linking knows of a file. */
export interface LinkedFile {
  readonly id: string;
  /** Null where there is a problem. */
  readonly facts: LinkFacts | null;
  /** What outsiders can import from it if it is CommonJS; null where none of them loads it. */
  readonly lexed: LexedNames | null;
}

/** A file of the run after it was read and scanned. Its text is not kept: a codebase may be larger than memory. */
export interface ScannedFile extends LinkedFile {
  readonly problem: Finding | null;
  /** What runs in it, where linking was expected to ask for that. */
  readonly runs: RunFacts | null;
  /** What rewriting it needs besides its facts, if there are any. */
  readonly own: () => OwnFacts | null;
}

/** The same as plain data, but for what only rewriting needs. */
export type LinkedScan = Omit<ScannedFile, 'own'>;

/** All that a scan finds out about a file, as plain data. */
export interface Scanned extends LinkedScan {
  readonly facts: ModuleFacts | null;
}

/** What of a file is wanted besides its facts. */
export interface Wanted {
  readonly id: string;
  /** Whether outsiders load it, so that the names that they can import are wanted. */
  readonly isPublic: boolean;
  /** Whether linking is expected to ask what runs in it. */
  readonly withRuns: boolean;
}

export function scanFile(wanted: Wanted, source: string): Scanned {
  return finish(scanFileInParts(wanted, source));
}

/** The same in parts. */
export function* scanFileInParts({ id, isPublic, withRuns }: Wanted, source: string): Steps<Scanned> {
  const found = yield* orFinding(
    source,
    withRuns ? scanWithRunsInParts(source, id) : withoutRuns(source, id),
  );
  const lexed = isPublic ? lex(source) : null;
  if ('facts' in found) return { id, ...found, problem: null, lexed };
  return { id, facts: null, problem: found, lexed, runs: null };
}

function* withoutRuns(
  source: string,
  id: string,
): Steps<{ readonly facts: ModuleFacts; readonly runs: null }> {
  return { facts: yield* scanInParts(source, id), runs: null };
}

/** A file of a run that is small enough to have all facts at hand. */
export function keptWhole(scanned: Scanned): ScannedFile {
  const { facts } = scanned;
  return { ...scanned, facts: facts && linkedPart(facts), own: () => facts };
}

/** What a scan tells about a file for those that load it; null where it failed, or there was none. */
export function contentOf(file: LinkedFile | undefined): KnownContent | null {
  const facts = file?.facts ?? null;
  if (facts === null) return null;
  const { exports, stars } = facts.esm;
  return {
    isModule: facts.system === 'esm' || facts.system === 'mixed',
    commonJs: file!.lexed,
    esm: { exports, stars: stars.flatMap(({ specifier, typeOnly }) => (typeOnly ? [] : [specifier])) },
  };
}

/** The facts of a source, or why it has none. */
export function scanOrFinding(source: string, path: string): ModuleFacts | Finding {
  return finish(factsOrFinding(source, path));
}

/** The same in parts. */
export function factsOrFinding(source: string, path: string): Steps<ModuleFacts | Finding> {
  return orFinding(source, scanInParts(source, path));
}

function* orFinding<Result>(source: string, steps: Steps<Result>): Steps<Result | Finding> {
  try {
    return yield* steps;
  } catch (failure) {
    if (failure instanceof SyntaxFailure) return syntaxFinding(failure, source);
    return isStackOverflow(failure) ? nestedTooDeeply : faultFinding(failure);
  }
}
