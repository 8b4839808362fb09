import { createRequire } from 'node:module';

/** The version of this package, read from its own package.json (whether run from `src/` or from `dist/`). */
export const version: string = createRequire(import.meta.url)('esmshift/package.json').version;
