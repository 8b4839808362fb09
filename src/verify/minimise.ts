/**
 * Delta debugging (Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002): makes a set
 * smaller for as long as something holds of it.
 *
 * @param all A set of which it holds.
 * @param holds Asked about no set twice that it could remember itself; it need not hold of larger sets than one of which
 *   it holds.
 * @returns a set of which it holds, and of which it does not hold any more once any single item is taken out
 */
export async function minimise<Item>(
  all: readonly Item[],
  holds: (items: readonly Item[]) => Promise<boolean>,
): Promise<readonly Item[]> {
  let current = all;
  for (let count = 2; current.length >= 2; ) {
    const chunks = split(current, count);
    const chunk = await find(chunks, holds);
    if (chunk !== null) {
      current = chunk;
      count = 2;
      continue;
    }
    // Of two chunks, each is what the other one leaves.
    const rest =
      count === 2
        ? null
        : await find(
            chunks.map((left) => without(current, left)),
            holds,
          );
    if (rest !== null) {
      current = rest;
      count = Math.max(count - 1, 2);
    } else if (count < current.length) count = Math.min(count * 2, current.length);
    else return current;
  }
  return current;
}

async function find<Item>(
  sets: readonly (readonly Item[])[],
  holds: (items: readonly Item[]) => Promise<boolean>,
): Promise<readonly Item[] | null> {
  for (const set of sets) if (await holds(set)) return set;
  return null;
}

function split<Item>(items: readonly Item[], count: number): readonly (readonly Item[])[] {
  const edge = (index: number): number => Math.floor((index * items.length) / count);
  return Array.from({ length: count }, (_, index) => items.slice(edge(index), edge(index + 1)));
}

export function without<Item>(items: readonly Item[], left: readonly Item[]): readonly Item[] {
  const gone = new Set(left);
  return items.filter((item) => !gone.has(item));
}
