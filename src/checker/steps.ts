/**
 * Work that stops between its parts, so that several of its kind can be done side by side. Each part of a scan runs much code, which
 * the processor's caches hold for a moment only: for a small file, fetching it again costs more than running it.
 */
export type Steps<Result> = Generator<undefined, Result, void>;

/** All parts of one work in a row. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The first part of each, then the second of each, and so on. */
export function sideBySide<Result>(all: readonly Steps<Result>[]): readonly Result[] {
  const results = new Array<Result>(all.length);
  let running = [...all.entries()];
  while (running.length > 0) {
    running = running.filter(([index, steps]) => {
      const { done, value } = steps.next();
      if (done) results[index] = value;
      return !done;
    });
  }
  return results;
}
