import path from 'path';
const { join } = path;
import again from 'path';

console.log(path === again, join === path.join);
