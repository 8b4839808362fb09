import { codemod } from './shared/codemod.ts';

export const parser = 'babel';

/** Converts a CommonJS file to an ES module: its exports, its requires, and whatever else only CommonJS has. */
export default codemod({ shapes: ['named', 'default', 'none'], requires: 'convert' });
