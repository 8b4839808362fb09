import { type Check, listed } from '../check.ts';

/** https://www.typescriptlang.org/docs/handbook/modules/appendices/esm-cjs-interop.html */
export const declarations: Check = {
  name: 'declaration files',
  *run({ files, planned, textOf }) {
    const own = files.filter((path) => path.endsWith('.d.ts'));
    const assigned = own.filter((path) => /^\s*export\s*=/m.test(textOf(path)));
    if (assigned.length > 0)
      yield {
        level: 'must',
        place: listed(assigned),
        message: '`export =` describes CommonJS; TypeScript takes these files for ES modules now.',
        action: 'Write `export default`, and the named exports that there are.',
      };
    const outputs = new Map(planned.map(({ path, output }) => [path, output]));
    const left = own.filter((path) => outputs.get(path.replace(/\.d\.ts$/, '.js'))?.endsWith('.cjs'));
    if (left.length > 0)
      yield {
        level: 'must',
        place: listed(left),
        message: 'TypeScript looks for the types of a .cjs file in .d.cts.',
        action: 'Rename them as their modules are.',
      };
  },
};
