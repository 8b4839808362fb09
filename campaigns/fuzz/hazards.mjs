// @ts-check
/**
 * What the generator puts into a file on purpose although a person who converts by hand would stop at it. Files without
 * any of these are those of which the campaign tells how many are refused.
 */

/** @type {Readonly<Record<string, string>>} by the kind of a statement or value */
const ofKind = {
  remove: 'a key is deleted',
  detached: 'the variable exports is replaced alone',
  'affect failingWrite': 'a write that fails silently',
  usesThis: 'a function asks what its this is',
  setsThis: 'a function writes to its this',
};

/**
 * @param {{ kind: string, key: string }} part
 * @returns {string | null}
 */
export function hazardOf({ kind, key }) {
  return ofKind[kind] ?? (key === 'constructor' ? 'a key that every object has' : null);
}

export const KEPT = 'kept by its answer';
export const CYCLE = 'modules that load each other';
export const SEVERAL = 'several ways to export in one file';
