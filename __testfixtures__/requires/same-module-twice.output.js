import path from 'path';
import { join } from 'path';
import again from 'path';

console.log(path === again, join === path.join);
