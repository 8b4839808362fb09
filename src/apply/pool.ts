/** So many files are worked on at once: enough to keep a disk busy while it confirms what it was given. */
const AT_ONCE = 16;

/**
 * Does a job for each item, several at once. After a failure no new job is begun, and it is thrown once those under way
 * have ended: whoever cleans up then meets nobody.
 */
export async function pooled<Item>(
  items: readonly Item[],
  job: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      if (failures.length > 0) return;
      await job(item).catch((failure: unknown) => failures.push(failure));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (failures.length > 0) throw failures[0];
}
