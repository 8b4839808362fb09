import { join } from 'path';
import { posix } from 'path';
const sep = posix.sep;

console.log(join('a', 'b'), sep);
