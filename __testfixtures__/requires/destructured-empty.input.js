const {} = require('path');

console.log('done');
