import { createRequire } from 'module';
import { sep } from 'path';
const load = createRequire(import.meta.filename);

console.log(sep);
