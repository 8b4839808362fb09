// @ts-check
/** Sets of the ids of mutants, which are small whole numbers, as text: thousands of tests reach thousands of mutants each. */

/**
 * @param {Iterable<string>} ids
 * @returns {string} a bit for each id, in base64
 */
export function idSet(ids) {
  const numbers = [...ids].map(Number);
  const bytes = new Uint8Array((numbers.reduce((most, id) => Math.max(most, id), 0) >> 3) + 1);
  for (const id of numbers) bytes[id >> 3] = (bytes[id >> 3] ?? 0) | (1 << (id & 7));
  return Buffer.from(bytes).toString('base64');
}

/**
 * @param {string} set as `idSet` made it
 * @returns {(id: string) => boolean} whether it has an id
 */
export function membersOf(set) {
  const bytes = Buffer.from(set, 'base64');
  return (id) => (((bytes[Number(id) >> 3] ?? 0) >> (Number(id) & 7)) & 1) === 1;
}
