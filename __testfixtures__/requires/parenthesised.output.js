import path from 'path';
import { join } from 'path';
import { sep } from 'path';

console.log(path.sep, join('a'), sep);
