/** The version in package.json. `npm version` writes this file: scripts/write-version.mjs. */
export const version = '0.1.0';
