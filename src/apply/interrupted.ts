import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { WriteRefused } from './change.ts';
import { JOURNALS, latestJournal } from './journal.ts';

/**
 * @param root A real path.
 * @throws WriteRefused where a write was interrupted in this folder or one above it: what lies there is neither the tree
 *   from before nor the one from after, and nobody should convert that
 */
export async function refuseAfterInterruption(root: string): Promise<void> {
  const place = await placeOfJournal(root);
  if (place === null || (await latestJournal(place))?.done !== false) return;
  throw new WriteRefused(
    `An earlier --write was interrupted in ${place}; \`esmshift undo\` puts every file back as it was`,
  );
}

/** The nearest folder, this one or one above it, that has journals; null where there is none. */
export async function placeOfJournal(folder: string): Promise<string | null> {
  for (let place = await realpath(folder); ; place = dirname(place)) {
    if (existsSync(join(place, JOURNALS)) && (await latestJournal(place)) !== null) return place;
    if (dirname(place) === place) return null;
  }
}
