const path = require('path', 'ignored');

console.log(path.sep);
