const path = require('pa' + 'th');

console.log(path.sep);
