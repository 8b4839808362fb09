import { hash } from 'node:crypto';
import { version } from '../../version.ts';
import type { LinkFacts } from '../link/link-facts.ts';
import type { LinkedFile } from '../scanning/scanned.ts';

/**
 * The facts of a package as JSON lines: a header, then a line for each source. They say what planning other packages
 * needs to know of these files and no more, and hold for the texts that they were written for.
 */

/** Goes up with each change of the lines. */
const FORMAT = 1;

export interface FactsLine {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** Of the text; null where there is none: the file could not be read. */
  readonly hash: string | null;
  /** `named`: the person named exactly this file. `bystander`: it is not to be converted. */
  readonly as: 'found' | 'named' | 'bystander';
  /** Null: it could not be parsed, or is a bystander that loads nothing. */
  readonly facts: LinkFacts | null;
  readonly lexed: LinkedFile['lexed'];
}

/** Facts that cannot be taken, or are missing: the person can put it right. */
export class FactsRefused extends Error {
  override readonly name = 'FactsRefused';
}

/** The whole text of the lines. */
export function formatLines(lines: readonly FactsLine[]): string {
  const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  return `${JSON.stringify({ format: FORMAT, esmshift: version, digest: digestOf(body) })}\n${body}`;
}

/**
 * @param name What to call the text in messages.
 * @throws FactsRefused where it is none that this version has written
 */
export function parseLines(text: string, name: string): readonly FactsLine[] {
  const end = text.indexOf('\n') + 1;
  const header = headerOf(text.slice(0, end));
  if (header === null) throw new FactsRefused(`${name} holds no facts: --facts-out writes them.`);
  if (header.format !== FORMAT || header.esmshift !== version)
    throw new FactsRefused(
      `${name} was written by esmshift ${header.esmshift}, this is ${version}: what a fact means may differ. ${AGAIN}`,
    );
  const body = text.slice(end);
  if (header.digest !== digestOf(body))
    throw new FactsRefused(`${name} is not as it was written: cut off or changed. ${AGAIN}`);
  return body
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

export const AGAIN = 'Write the facts again with --facts-out.';

interface Header {
  readonly format: unknown;
  readonly esmshift: unknown;
  readonly digest: unknown;
}

function headerOf(line: string): Header | null {
  try {
    const data: unknown = JSON.parse(line);
    return typeof data === 'object' && data !== null && 'format' in data && 'esmshift' in data
      ? { digest: null, ...data }
      : null;
  } catch {
    return null;
  }
}

function digestOf(body: string): string {
  return hash('sha256', body, 'base64');
}
