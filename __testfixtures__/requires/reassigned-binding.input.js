let path = require('path');

if (path.sep === '/') {
  path = path.posix;
}
console.log(path.sep);
