const dir = require('./lib/dir');
const slash = require('./lib/dir/');

console.log(dir.where, slash.where);
