console.log('first');
const path = require('path');

console.log(path.sep);
