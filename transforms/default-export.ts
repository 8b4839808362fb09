import { codemod } from './shared/codemod.ts';

export const parser = 'babel';

/**
 * Converts `module.exports = value` to a default export; files of another shape are left as they are. Calls of
 * `require` stay, so a file that has some runs again only after `require-to-import`.
 */
export default codemod({ shapes: ['default'], requires: 'keep' });
