/**
 * The candidate that a mistyped word was most likely meant to be: at most one slip for each three characters.
 * A slip is a missing, added or wrong character, or two that changed places.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let fewest = Math.floor(word.length / 3) + 1;
  for (const candidate of candidates) {
    const slips = distance(word, candidate);
    if (slips < fewest) [best, fewest] = [candidate, slips];
  }
  return best;
}

/** ` Did you mean --write?`, or nothing. */
export function didYouMean(
  word: string,
  candidates: Iterable<string>,
  print: (match: string) => string,
): string {
  const match = nearest(word, candidates);
  return match === null ? '' : ` Did you mean ${print(match)}?`;
}

/** The optimal string alignment distance, row by row. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const wrong = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        last[j]! + 1,
        row[j - 1]! + 1,
        last[j - 1]! + wrong,
        swapped ? beforeLast[j - 2]! + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
