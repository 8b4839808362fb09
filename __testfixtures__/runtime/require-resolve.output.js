import path from 'path';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

console.log(path.basename(require.resolve('./require-resolve-target.json')));
