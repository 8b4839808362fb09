import * as dir from './lib/dir/index.js';
import * as slash from './lib/dir/index.js';

console.log(dir.where, slash.where);
