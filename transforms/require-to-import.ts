import { codemod } from './shared/codemod.ts';

export const parser = 'babel';

/**
 * Converts `require` to `import` in files that export nothing, or export by ES declarations already. Files with
 * CommonJS exports are left as they are, since an import makes `module.exports` meaningless: run `named-exports` and
 * `default-export` before.
 */
export default codemod({ shapes: ['none'], requires: 'convert' });
