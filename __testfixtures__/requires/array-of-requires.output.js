import path_1 from 'path';
import util from 'util';

const [path, { format }] = [path_1, util];

console.log(path.sep, format('%s', 1));
