var path = require('path');
let util = require('util');

console.log(path.sep, util.format('%s', 'x'));
