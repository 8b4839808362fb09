var path = require('path');
var path = require('path').posix;

console.log(path.sep);
