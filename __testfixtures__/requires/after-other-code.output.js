console.log('first');
import path from 'path';

console.log(path.sep);
