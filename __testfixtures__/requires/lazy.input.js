let util;
function lazyUtil() {
  if (!util) util = require('util');
  return util;
}

console.log(lazyUtil().format('%s', 'lazy'));
