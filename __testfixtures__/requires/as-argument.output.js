import path_1 from 'path';
import util_1 from 'util';

function use(path, util) {
  return path.sep + typeof util.inspect;
}

console.log(use(path_1, util_1));
