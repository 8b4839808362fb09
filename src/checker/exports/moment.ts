/**
 * When something is evaluated while the file loads, as offsets into the source: mostly just its own. Arguments of a
 * function that is called on the spot stand behind its body and run before it; they have the place of the function in
 * front, and so come before everything within it: [function, own offset]. So do the keys in the body of a class.
 */
export type Moment = readonly number[];

/** @returns negative, zero or positive, as for `Array.prototype.sort`. */
export function compareMoments(a: Moment, b: Moment): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index += 1) {
    const difference = a[index]! - b[index]!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
