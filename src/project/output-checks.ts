import type { Finding } from '../checker/finding.ts';
import { outputProblem } from '../rewrite/output.ts';
import type { Workers } from './scanning/workers.ts';

/** So many characters of results are checked at once. */
const enough = 1024 * 1024;

interface Result {
  readonly id: string;
  readonly code: string;
}

/**
 * Checks that the results of a run parse as modules.
 *
 * The engine's own parser takes a tenth of the time of ours and says yes to nearly all; what it rejects may be JSX, or
 * syntax that it does not know, so there ours has the last word. The engine is only asked in worker threads: elsewhere
 * it has no way to parse a module without loading it.
 */
export class OutputChecks {
  readonly #workers: Workers | null;
  readonly #problems = new Map<string, Finding>();
  readonly #underWay: Promise<void>[] = [];
  #batch: Result[] = [];
  #characters = 0;

  constructor(workers: Workers | null) {
    this.#workers = workers;
  }

  add(id: string, code: string): void {
    if (this.#workers === null) this.#parse({ id, code });
    else this.#queue({ id, code }, this.#workers);
  }

  /** What is wrong with the results, by id; nothing for those that are modules. */
  async problems(): Promise<ReadonlyMap<string, Finding>> {
    if (this.#workers !== null) this.#send(this.#workers);
    await Promise.all(this.#underWay);
    return this.#problems;
  }

  #queue(result: Result, workers: Workers): void {
    this.#batch.push(result);
    this.#characters += result.code.length;
    if (this.#characters > enough) this.#send(workers);
  }

  #send(workers: Workers): void {
    const batch = this.#batch;
    this.#batch = [];
    this.#characters = 0;
    if (batch.length === 0) return;
    const asked = this.#ask(workers, batch);
    // A failure is met where the problems are asked for.
    asked.catch(() => {});
    this.#underWay.push(asked);
  }

  async #ask(workers: Workers, batch: readonly Result[]): Promise<void> {
    const rejected = await workers.rejected(batch.map(({ code }) => code));
    for (const index of rejected) this.#parse(batch[index]!);
  }

  #parse({ id, code }: Result): void {
    const problem = outputProblem(code, id);
    if (problem !== null) this.#problems.set(id, problem);
  }
}
