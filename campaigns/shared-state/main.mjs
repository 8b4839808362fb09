// @ts-check
/**
 * `npm run shared-state -- [--programs 4000] [--seed N]`: programs whose files read and change one object, by whatever way
 * they got hold of it, run before and after their conversion. Program number i has the seed N + i. Exit status 1 where
 * one comes out differently.
 */
import { parseArgs } from 'node:util';
import { compare } from '../combinations/compare.mjs';
import { programOf } from './programs.mjs';

// Not named in a static import: types are checked before anything is built.
/** @type {typeof import('../../src/index.ts')} */
const { plan } = await import(new URL('../../dist/src/index.js', import.meta.url).href);

const { values } = parseArgs({
  options: { programs: { type: 'string', default: '4000' }, seed: { type: 'string', default: '1' } },
});
const seed = Number(values.seed);
const programs = Array.from({ length: Number(values.programs) }, (_, index) => programOf(seed + index));
const { counts, differences } = await compare(programs, {
  plan,
  onDifference({ project: { name, files }, before, after }) {
    console.log(`=== ${name}`);
    for (const [path, text] of Object.entries(files))
      if (!path.endsWith('package.json')) console.log(`--- ${path}\n${text}`);
    console.log('before', before, 'after', after);
  },
});
console.log(
  `seeds ${seed} to ${seed + counts.projects - 1}: ${counts.projects} programs, ${counts.converted} files converted, ` +
    `${counts.refused} refused, ${differences.length} different`,
);
process.exitCode = differences.length > 0 ? 1 : 0;
