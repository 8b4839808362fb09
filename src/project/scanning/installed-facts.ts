import { finish, type Steps } from '../../checker/steps.ts';
import { isProblem, readSource } from '../files/read.ts';
import { type LinkFacts, linkedPart } from '../link/link-facts.ts';
import { factsOrFinding } from './scanned.ts';

/** Longer texts are bundles, of which little can be said. */
const LONGEST = 200_000;

/** The facts of an installed file; null where nothing can be said of it. */
export function installedFacts(file: string): LinkFacts | null {
  return finish(installedFactsInParts(file));
}

/** The same in parts. */
export function* installedFactsInParts(file: string): Steps<LinkFacts | null> {
  if (!/\.(?:[cm]?js)$/.test(file)) return null;
  const read = readSource(file);
  if (isProblem(read) || read.source.length > LONGEST) return null;
  const facts = yield* factsOrFinding(read.source, file);
  return 'system' in facts ? linkedPart(facts) : null;
}
