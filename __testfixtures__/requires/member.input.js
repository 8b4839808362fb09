const join = require('path').join;
const sep = require('path').posix.sep;

console.log(join('a', 'b'), sep);
