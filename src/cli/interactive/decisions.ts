import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { closeJournals, JOURNALS, openJournals } from '../../apply/journal.ts';
import type { PlannedFile } from '../../project/plan.ts';
import type { AnswerShape } from '../answers.ts';

/** What a person said about one file. */
export interface Decision {
  /** The answer to its refusal, or `keep` where it was not to be converted; null: as planned. */
  readonly shape: AnswerShape | null;
  /** The fingerprint of what was agreed to; null: not yet seen with that answer. */
  readonly seen: string | null;
}

export type Decisions = Map<string, Decision>;

/** Stands for what becomes of a file: where it is another, an earlier agreement does not count. */
export function fingerprintOf({ row, after }: PlannedFile): string {
  const codes = row.diagnostics.map(({ code, message }) => `${code} ${message}`);
  const text = JSON.stringify([row.status, row.output, row.shape, codes, after]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** Keeps decisions between runs, beside the journals of `--write`. */
export class DecisionStore {
  readonly #root: string;
  readonly #file: string;

  constructor(root: string) {
    this.#root = root;
    this.#file = join(root, JOURNALS, 'review.json');
  }

  /** What an earlier run left; nothing where there is none, or none that can be read. */
  async load(): Promise<Decisions> {
    try {
      const { version, decisions } = JSON.parse(await readFile(this.#file, 'utf8'));
      return new Map(version === VERSION ? Object.entries<Decision>(decisions) : []);
    } catch {
      return new Map();
    }
  }

  async save(decisions: Decisions): Promise<void> {
    await openJournals(this.#root);
    await mkdir(dirname(this.#file), { recursive: true });
    const text = JSON.stringify({ version: VERSION, decisions: Object.fromEntries(decisions) });
    await writeFile(`${this.#file}.tmp`, text);
    await rename(`${this.#file}.tmp`, this.#file);
  }

  /** Once all is written, nothing is left to go on with. */
  async clear(): Promise<void> {
    await rm(this.#file, { force: true });
    await closeJournals(this.#root);
  }
}

const VERSION = 1;
