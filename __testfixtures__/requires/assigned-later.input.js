var path;

path = require('path');
console.log(path.sep);
