import { basename } from 'path';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

console.log(basename(require.resolve('./require-resolve-target.json')));
