import type { ModuleFacts } from '../checker/facts.ts';
import type { Finding } from '../checker/finding.ts';
import { scan } from '../checker/scan.ts';
import { SyntaxFailure } from '../syntax/parse.ts';
import { faultFinding } from './fault-finding.ts';
import type { LinkFacts } from './link/link-facts.ts';
import type { KnownContent } from './resolve/contents.ts';
import { type LexedNames, lex } from './resolve/lex.ts';
import { isStackOverflow, nestedTooDeeply, syntaxFinding } from './syntax-finding.ts';

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
  readonly facts: ModuleFacts | null;
  readonly problem: Finding | null;
}

export function scanFile(id: string, source: string, isPublic: boolean): ScannedFile {
  const facts = scanOrFinding(source, id);
  const lexed = isPublic ? lex(source) : null;
  if ('system' in facts) return { id, facts, problem: null, lexed };
  return { id, facts: null, problem: facts, lexed };
}

/** What a scan tells about a file for those that load it; null where it failed. */
export function contentOf({ facts, lexed }: LinkedFile): KnownContent | null {
  if (facts === null) return null;
  const { exports, stars } = facts.esm;
  return {
    isModule: facts.system === 'esm' || facts.system === 'mixed',
    commonJs: lexed,
    esm: { exports, stars: stars.map(({ specifier }) => specifier) },
  };
}

/** The facts of a source, or why it has none. */
export function scanOrFinding(source: string, path: string): ModuleFacts | Finding {
  try {
    return scan(source, { path });
  } catch (failure) {
    if (failure instanceof SyntaxFailure) return syntaxFinding(failure, source);
    return isStackOverflow(failure) ? nestedTooDeeply : faultFinding(failure);
  }
}
