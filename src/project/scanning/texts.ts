import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { FileProblem } from '../files/problem.ts';
import { isProblem, readSource } from '../files/read.ts';

/** How many characters of sources are kept: what is beyond is read again, since a codebase may be larger than memory. */
const mostCharacters = 64 * 1024 * 1024;

/** The texts that the files of a run had when they were scanned. */
export class Texts {
  readonly #root: string;
  readonly #most: number;
  readonly #kept = new Map<string, string>();
  readonly #fingerprints = new Map<string, string>();
  #characters = 0;

  constructor(root: string, most = mostCharacters) {
    this.#root = root;
    this.#most = most;
  }

  /** Whether no more texts are kept. */
  get isFull(): boolean {
    return this.#characters > this.#most;
  }

  add(id: string, source: string): void {
    this.#characters += source.length;
    if (this.#characters <= this.#most) this.#kept.set(id, source);
    else this.#fingerprints.set(id, fingerprintOf(source));
  }

  /** Takes a text that was checked elsewhere: it is read where somebody asks for it. */
  expect(id: string, fingerprint: string): void {
    this.#fingerprints.set(id, fingerprint);
  }

  /** What the text that a file had can be told by; null where it had none. */
  fingerprint(id: string): string | null {
    const kept = this.#kept.get(id);
    return kept === undefined ? (this.#fingerprints.get(id) ?? null) : fingerprintOf(kept);
  }

  /** The text; or why it cannot be had any more, where the file was changed or removed in the meantime. */
  read(id: string): string | FileProblem {
    const kept = this.#kept.get(id);
    if (kept !== undefined) return kept;
    const read = readSource(join(this.#root, id));
    if (isProblem(read)) return read;
    const isSame = fingerprintOf(read.source) === this.#fingerprints.get(id);
    return isSame ? read.source : { code: 'vanished', args: {} };
  }

  /** The text; null where it cannot be had, or never could. */
  get(id: string): string | null {
    if (!this.#kept.has(id) && !this.#fingerprints.has(id)) return null;
    const text = this.read(id);
    return typeof text === 'string' ? text : null;
  }
}

/** What the text of a file can be told by now; null where it has none. */
export function fingerprintOfFile(absolute: string): string | null {
  const read = readSource(absolute);
  return isProblem(read) ? null : fingerprintOf(read.source);
}

function fingerprintOf(source: string): string {
  return hash('sha1', source, 'base64');
}
