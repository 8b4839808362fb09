// @ts-check
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the copies lie, by the paths of their sources; not part of the repository. */
export const copies = fileURLToPath(new URL('../../.mutation/', import.meta.url));
