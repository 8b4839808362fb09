import util_1 from 'util';

let util;
function lazyUtil() {
  if (!util) util = util_1;
  return util;
}

console.log(lazyUtil().format('%s', 'lazy'));
