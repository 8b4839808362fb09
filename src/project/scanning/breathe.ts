/**
 * Lets signals and progress through now and then, in a loop over many files.
 *
 * @throws the signal's reason where it is aborted
 */
export async function breathe(done: number, signal: AbortSignal | undefined): Promise<void> {
  if (done % 64 === 0) await pause(signal);
}

/** The same at once. */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  await new Promise(setImmediate);
  signal?.throwIfAborted();
}
