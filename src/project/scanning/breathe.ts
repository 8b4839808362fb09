/**
 * Lets signals and progress through now and then, in a loop over many files.
 *
 * @throws the signal's reason where it is aborted
 */
export async function breathe(done: number, signal: AbortSignal | undefined): Promise<void> {
  if (done % 64 !== 0) return;
  await new Promise(setImmediate);
  signal?.throwIfAborted();
}
